package org.bulbil.core.policy;

/**
 * What no mutation can change: the bounds that make a relay a good citizen.
 *
 * @param mayPropagate false where there is no working e-mail, or its launcher wants no children
 * @param births children that one relay may plant in its life
 * @param generations the deepest generation that may plant
 * @param daysBetweenBirths the shortest time between the beginnings of two births
 * @param endowmentDays rent-days that a child gets on its way, as prepaid credit
 */
public record Limits(
    boolean mayPropagate, int births, int generations, int daysBetweenBirths, int endowmentDays) {

  /** The defaults of a launch with a working e-mail; reasons in docs/ARCHITECTURE.md. */
  public static final Limits USUAL = new Limits(true, 12, 8, 3, 28);

  public Limits {
    if (births < 0 || generations < 0 || daysBetweenBirths < 0 || endowmentDays < 1) {
      throw new IllegalArgumentException(
          "limits must not be negative, and a child needs at least one day");
    }
  }
}
