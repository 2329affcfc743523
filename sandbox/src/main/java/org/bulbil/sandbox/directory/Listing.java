package org.bulbil.sandbox.directory;

import java.util.Optional;
import org.bulbil.core.contact.Heritage;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;

/**
 * A relay that asks for gifts, as the directory shows it.
 *
 * @param wallet the bitcoin address of its contact line
 * @param heritage what it says of its descent; empty where it is none of ours
 * @param weight by which clients choose it; zero before it is in the consensus
 * @param presence whether it can be used now
 */
public record Listing(
    Fingerprint fingerprint,
    Nickname nickname,
    Address wallet,
    Optional<Heritage> heritage,
    Bandwidth weight,
    Presence presence) {

  /** How far a relay has come into the consensus. */
  public enum Presence {
    /** Its descriptor is at the authority; no consensus has it as Running. */
    ANNOUNCED,
    /** Clients use it. */
    RUNNING
  }

  public boolean isRunning() {
    return presence == Presence.RUNNING;
  }
}
