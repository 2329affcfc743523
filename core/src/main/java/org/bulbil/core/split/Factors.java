package org.bulbil.core.split;

import java.util.EnumSet;

/**
 * A relay's factors, see {@link Factor}.
 *
 * @param measured at least 0
 * @param plan 0 to 1
 * @param vested 0 to 1
 * @param uptime 0 to 1
 * @param diversity 0.75 to 1.5
 * @param group at least 0
 */
public record Factors(
    double measured, double plan, double vested, double uptime, double diversity, double group) {

  /** Their product: shares are in proportion to it. */
  public double weight() {
    return own() * group;
  }

  /** The product without what others have to do with it. */
  double own() {
    return measured * plan * vested * uptime * diversity;
  }

  Factors withGroup(double factor) {
    return new Factors(measured, plan, vested, uptime, diversity, factor);
  }

  /** The product of the first of them. */
  double upTo(Factor last) {
    return EnumSet.range(Factor.MEASURED, last).stream()
        .mapToDouble(this::of)
        .reduce(1, (product, factor) -> product * factor);
  }

  public double of(Factor factor) {
    return switch (factor) {
      case MEASURED -> measured;
      case PLAN -> plan;
      case VESTED -> vested;
      case UPTIME -> uptime;
      case DIVERSITY -> diversity;
      case GROUP -> group;
    };
  }
}
