package org.bulbil.agent;

import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.relay.Condition;
import org.bulbil.core.contact.Email;
import org.bulbil.core.policy.Conduct;
import org.bulbil.tor.status.Vitals;
import org.bulbil.tor.status.Vitals.Standing;

/**
 * Judges the own conduct in the Tor network. What the authorities last said of our tor is kept in
 * the journal: a start, at which tor has said nothing yet, forgives nothing. Where they never said
 * anything, as in a network that recommends no versions, tor is good enough.
 */
final class Citizen {

  private static final String STANDING = "tor.standing";

  private final Email email;
  private final Journal journal;
  private final Supplier<Optional<Conduct>> ordered;

  /**
   * @param ordered what its launcher ordered it to be; empty where nothing
   */
  Citizen(Email email, Journal journal, Supplier<Optional<Conduct>> ordered) {
    this.email = email;
    this.journal = journal;
    this.ordered = ordered;
  }

  /** Takes note of what the authorities say of our tor, where they say something. */
  void see(Condition condition) {
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

  /** An order weighs more than what would otherwise be in the way of children alone. */
  Conduct conduct() {
    return ordered.get().orElseGet(this::ownConduct);
  }

  private Conduct ownConduct() {
    if (!email.looksWorking()) {
      return Conduct.UNREACHABLE;
    }
    return standing().equals(Optional.of(Standing.UNRECOMMENDED)) ? Conduct.OUTDATED : Conduct.GOOD;
  }
}
