package org.bulbil.core.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * What a relay knows of its own births.
 *
 * @param generation 0 for a relay that a person launched
 * @param births children planted in the last {@value #YEAR} days
 * @param newest when the newest birth began
 * @param failures births that failed since the newest one that did not
 * @param underWay whether a birth has not ended yet
 * @param bereft when it was noticed that two of the last three children died young; empty where
 *     they did not, or nobody can know
 * @param demand whether another child is wanted
 */
public record Family(
    int generation,
    int births,
    Optional<Instant> newest,
    int failures,
    boolean underWay,
    Optional<Instant> bereft,
    Demand demand) {

  /** How long a birth counts towards the cap, in days. */
  public static final int YEAR = 365;

  /** A relay of whose children none died young, as far as anybody knows. */
  public Family(
      int generation, int births, Optional<Instant> newest, int failures, boolean underWay) {
    this(generation, births, newest, failures, underWay, Optional.empty(), Demand.OPEN);
  }

  /** A relay that plants as many as it has means for. */
  public Family(
      int generation,
      int births,
      Optional<Instant> newest,
      int failures,
      boolean underWay,
      Optional<Instant> bereft) {
    this(generation, births, newest, failures, underWay, bereft, Demand.OPEN);
  }

  /** The same in a world that demands so much. */
  public Family with(Demand wanted) {
    return new Family(generation, births, newest, failures, underWay, bereft, wanted);
  }

  /** A relay without children. */
  public static Family childless(int generation) {
    return new Family(generation, 0, Optional.empty(), 0, false);
  }
}
