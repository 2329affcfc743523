package org.bulbil.sandbox.chain.rules;

import java.util.Optional;

/**
 * A broken rule.
 *
 * @param rule its name in Bitcoin Core, such as {@code bad-txns-in-belowout}
 * @param detail what broke it, for people; may be empty
 */
public record Breach(String rule, String detail) {

  static Optional<Breach> of(String rule, String detail) {
    return Optional.of(new Breach(rule, detail));
  }

  /** A breach of {@code rule} where {@code broken}. */
  static Optional<Breach> where(boolean broken, String rule) {
    return broken ? of(rule, "") : Optional.empty();
  }

  /** As in {@code min relay fee not met, 10 < 141}. */
  @Override
  public String toString() {
    return detail.isEmpty() ? rule : rule + ", " + detail;
  }
}
