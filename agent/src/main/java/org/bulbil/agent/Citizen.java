package org.bulbil.agent;

import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.core.contact.Email;
import org.bulbil.core.policy.Conduct;

/** Judges the own conduct among others. */
final class Citizen {

  private final Email email;
  private final Supplier<Optional<Conduct>> ordered;
  private final Supplier<Optional<Conduct>> fault;

  /**
   * @param ordered what its launcher ordered it to be; empty where nothing
   * @param fault what is wrong with its work; empty where nothing is
   */
  Citizen(Email email, Supplier<Optional<Conduct>> ordered, Supplier<Optional<Conduct>> fault) {
    this.email = email;
    this.ordered = ordered;
    this.fault = fault;
  }

  /** An order weighs more than what would otherwise be in the way of children alone. */
  Conduct conduct() {
    return ordered.get().orElseGet(this::ownConduct);
  }

  private Conduct ownConduct() {
    return email.looksWorking() ? fault.get().orElse(Conduct.GOOD) : Conduct.UNREACHABLE;
  }
}
