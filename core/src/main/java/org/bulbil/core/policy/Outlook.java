package org.bulbil.core.policy;

/**
 * What a relay may expect of its donors: an estimate from its own gifts and a {@link Prior}.
 * Whoever describes a {@link Situation} makes it anew when gifts have come or a day has passed;
 * nothing in it changes faster.
 *
 * @param days that were looked at
 * @param gifts of its own that count
 * @param meanGift in rent-days, the prior's among them
 * @param income rent-days per day, ρ: above 1 it exceeds the rent
 * @param cautiousIncome the same if gifts are as rare as they may well be (one chance in five)
 * @param unevenness of the gifts' sizes: 1 where all are the same, 2 where exponential
 * @param basis what it was worked out from: the relay's own gifts and the prior's
 */
public record Outlook(
    double days,
    int gifts,
    double meanGift,
    double income,
    double cautiousIncome,
    double unevenness,
    Income basis) {

  /** Before the first gift, without a parent. */
  public static final Outlook UNKNOWN = of(Income.NONE, Prior.USUAL);

  /** The estimate; its cost is some exponentials for each gift. */
  public static Outlook of(Income own, Prior prior) {
    var all = own.with(prior);
    double mean = all.sum() / all.gifts();
    double rarely = Gamma.quantile20(all.gifts(), all.days());
    return new Outlook(
        own.days(),
        own.gifts(),
        mean,
        all.sum() / all.days(),
        rarely * mean,
        all.unevenness(),
        all);
  }

  /**
   * Lundberg's exponent R, per rent-day: from a reserve u the relay is ever ruined with probability
   * e^(−R·u); zero where it is certain to be. Worked out at the first question, since only who may
   * bear a child asks.
   */
  double decay() {
    return basis.decay();
  }

  /** Gifts a day. */
  double giftsPerDay() {
    return income / meanGift;
  }
}
