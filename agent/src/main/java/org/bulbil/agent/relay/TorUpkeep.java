package org.bulbil.agent.relay;

import java.util.Optional;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.core.policy.Conduct;
import org.bulbil.tor.status.Vitals;
import org.bulbil.tor.status.Vitals.Standing;

/**
 * Whether our tor is one that the authorities recommend. What they last said of it is kept in the
 * journal: a start, at which tor has said nothing yet, forgives nothing. Where they never said
 * anything, as in a network that recommends no versions, tor is good enough.
 */
public final class TorUpkeep {

  private static final String STANDING = "tor.standing";

  private final Journal journal;

  public TorUpkeep(Journal journal) {
    this.journal = journal;
  }

  /** Takes note of what the authorities say of our tor, where they say something. */
  public void see(Condition condition) {
    condition
        .vitals()
        .filter(vitals -> vitals.standing() != Standing.UNKNOWN)
        .filter(vitals -> !Optional.of(vitals.standing()).equals(standing()))
        .ifPresent(this::remember);
  }

  private void remember(Vitals vitals) {
    journal.remember(STANDING, vitals.standing().name());
    if (vitals.standing() == Standing.UNRECOMMENDED) {
      journal.note(
          Entry.Kind.TOR,
          "the authorities no longer recommend tor %s: no children until it is updated"
              .formatted(vitals.version()));
    }
  }

  private Optional<Standing> standing() {
    return journal.recall(STANDING).map(Standing::valueOf);
  }

  /** {@link Conduct#OUTDATED}, or nothing. */
  public Optional<Conduct> fault() {
    return standing().filter(last -> last == Standing.UNRECOMMENDED).map(_ -> Conduct.OUTDATED);
  }
}
