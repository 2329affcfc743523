package org.bulbil.agent.relay;

import java.util.Optional;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.Flag;
import org.bulbil.tor.directory.RouterStatus;
import org.bulbil.tor.status.Vitals;

/**
 * How the relay is.
 *
 * @param vitals as tor says; empty while it does not run or answer
 * @param listed what the consensus says; empty while it is not in it, or not asked
 * @param announced whether the directory carries our contact line, address and all
 * @param words in a sentence
 */
public record Condition(
    Optional<Vitals> vitals, Optional<RouterStatus> listed, boolean announced, String words) {

  /** Of a relay that nothing is known of but {@code words}. */
  public static Condition down(String words) {
    return new Condition(Optional.empty(), Optional.empty(), false, words);
  }

  public Optional<Fingerprint> fingerprint() {
    return vitals.map(Vitals::fingerprint);
  }

  /** By the consensus, which believes it for up to an hour after its end. */
  public boolean isRunning() {
    return listed.filter(entry -> entry.has(Flag.RUNNING)).isPresent();
  }
}
