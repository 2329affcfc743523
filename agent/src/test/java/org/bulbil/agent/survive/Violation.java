package org.bulbil.agent.survive;

/** An invariant does not hold. No {@link RuntimeException}: an agent must not survive it. */
final class Violation extends Error {

  private static final long serialVersionUID = 1L;

  private final String invariant;

  Violation(String invariant, String words) {
    super(invariant + ": " + words);
    this.invariant = invariant;
  }

  String invariant() {
    return invariant;
  }
}
