package org.bulbil.core.split;

import java.util.Comparator;
import java.util.OptionalDouble;
import org.bulbil.core.money.Sats;

/**
 * How a donation is split; what a donor may change of it.
 *
 * @param exitBonus what an exit position counts, where guard and middle count 1; 0 to 10
 * @param groupCap the share that a group may get while others can take the rest, above 0, at most 1
 * @param least the smallest amount that is worth paying, besides the dust limits
 */
public record Rule(double exitBonus, double groupCap, Sats least) {

  /** Grows whenever the same donation to the same relays would be split otherwise. */
  public static final String VERSION = "1";

  /** Exits are scarce: a tenth of the relays that others could be. */
  public static final Rule USUAL = new Rule(2, 0.10, Sats.ZERO);

  private static final double EXIT_BONUS_MAX = 10;

  /** Until the bandwidth authorities have measured a relay in earnest. */
  private static final double VESTING_BEGINS_DAYS = 8;

  /** From there to the end of a new guard's ramp, at 68 days. */
  private static final double VESTING_DAYS = 60;

  /** How much a system that is e times as small as the mean is preferred. */
  private static final double DIVERSITY = 0.1;

  private static final double DIVERSITY_MIN = 0.75;
  private static final double DIVERSITY_MAX = 1.5;

  public Rule {
    if (!(exitBonus >= 0 && exitBonus <= EXIT_BONUS_MAX)) {
      throw new IllegalArgumentException("an exit bonus is 0 to 10, not " + exitBonus);
    }
    if (!(groupCap > 0 && groupCap <= 1)) {
      throw new IllegalArgumentException(
          "a group's cap is a share above 0 and at most 1, not " + groupCap);
    }
  }

  /** Those that do most for the network first. */
  public Comparator<Candidate> mostUsedFirst() {
    return Comparator.comparingDouble((Candidate relay) -> -relay.measured().value(exitBonus))
        .thenComparing(Candidate.ORDER);
  }

  /** What is said of a relay before it is looked at beside the others. */
  Factors factors(Candidate relay) {
    return new Factors(
        relay.measured().value(exitBonus),
        plan(relay.measured().carried(), relay.capacity()),
        Math.clamp((relay.ageDays() - VESTING_BEGINS_DAYS) / VESTING_DAYS, 0, 1),
        square(relay.uptime().orElse(1)),
        relay.rarity().isPresent() ? diversity(relay.rarity().getAsDouble()) : 1,
        1);
  }

  private static double plan(double carried, OptionalDouble capacity) {
    return carried > capacity.orElse(carried) ? capacity.getAsDouble() / carried : 1;
  }

  /** Strict arithmetic, since machines may differ in the last digit of a logarithm otherwise. */
  private static double diversity(double rarity) {
    return Math.clamp(1 - DIVERSITY * StrictMath.log(rarity), DIVERSITY_MIN, DIVERSITY_MAX);
  }

  private static double square(double value) {
    return value * value;
  }
}
