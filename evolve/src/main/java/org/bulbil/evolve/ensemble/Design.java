package org.bulbil.evolve.ensemble;

import java.util.List;
import org.bulbil.evolve.world.Course.Purses;
import org.bulbil.evolve.world.Scenario;

/**
 * What is run.
 *
 * @param scenario that every world has
 * @param entrants whose relays; each meets the same donors, gifts and shocks
 * @param days that each world lasts
 * @param replicates how many seeds
 * @param seed of the first; the others follow it
 * @param purses how coins are kept
 */
public record Design(
    Scenario scenario, List<Entrant> entrants, int days, int replicates, long seed, Purses purses) {

  /** A century. */
  public static final int YEARS_MAX = 100;

  /** More would be more precise than the model is. */
  public static final int REPLICATES_MAX = 10_000;

  public static final int DAYS_PER_YEAR = 365;

  public Design {
    entrants = List.copyOf(entrants);
    check("days", days, YEARS_MAX * DAYS_PER_YEAR);
    check("replicates", replicates, REPLICATES_MAX);
    check("breeds", entrants.size(), Entrant.values().length);
    if (entrants.stream().distinct().count() < entrants.size()) {
      throw new IllegalArgumentException("each breed can be named once, not " + entrants);
    }
  }

  private static void check(String field, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s must be 1 to %d, not %d".formatted(field, most, value));
    }
  }

  /** How many worlds. */
  public int worlds() {
    return replicates * entrants.size();
  }

  /** The seed of a replicate, counted from 0. */
  public long seed(int replicate) {
    return seed + replicate;
  }
}
