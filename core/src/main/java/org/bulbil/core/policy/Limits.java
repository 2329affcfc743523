package org.bulbil.core.policy;

/**
 * What no mutation can change: the bounds that make a relay a good citizen.
 *
 * @param mayPropagate false where there is no working e-mail, or its launcher wants no children
 * @param births children that one relay may plant in a year
 * @param generations the deepest generation that may plant
 * @param daysBetweenBirths the shortest time between the beginnings of two births
 * @param endowmentDays rent-days that a child gets on its way, as prepaid credit
 * @param maturityDays age before which a relay plants nothing
 * @param windfallDays runway from which a relay plants a child whatever its income is: money that
 *     is there for so long helps nobody if the server dies
 */
public record Limits(
    boolean mayPropagate,
    int births,
    int generations,
    int daysBetweenBirths,
    int endowmentDays,
    int maturityDays,
    int windfallDays) {

  /** The defaults of a launch with a working e-mail; reasons in docs/ARCHITECTURE.md. */
  public static final Limits USUAL = new Limits(true, 12, 8, 7, 60, 30, 365);

  /**
   * For worlds that are watched for minutes and not for years, such as a sandbox: a relay of any
   * age with three months of runway bears a child, whatever its income is. Not for donors' money.
   */
  public static final Limits HASTY = new Limits(true, 12, 8, 3, 28, 0, 90);

  /**
   * Of a site, which plants no more copies than were asked for: a copy of any age that has eight
   * weeks of runway replaces one that is missing, by four weeks of rent, and has nearly four left
   * for itself. Each death may make the lineage one generation deeper, so that has no bound.
   */
  public static final Limits SITE = new Limits(true, 52, 9_998, 1, 28, 0, 56);

  public Limits {
    if (births < 0 || generations < 0 || daysBetweenBirths < 0 || maturityDays < 0) {
      throw new IllegalArgumentException("limits must not be negative");
    }
    if (endowmentDays < 1) {
      throw new IllegalArgumentException("a child needs at least one day");
    }
    if (windfallDays < endowmentDays) {
      throw new IllegalArgumentException(
          "a windfall of %d days does not pay the %d days of a child"
              .formatted(windfallDays, endowmentDays));
    }
  }

  /** The same, for a relay that plants nothing. */
  public Limits childless() {
    return new Limits(
        false, births, generations, daysBetweenBirths, endowmentDays, maturityDays, windfallDays);
  }
}
