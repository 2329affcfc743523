package org.bulbil.core.policy;

/**
 * What a relay takes its gifts to be like before it has had any: {@value #GIFTS} of its parent's
 * mean size, in exactly the time whose rent they pay. So a newborn expects to break even, neither
 * to starve nor to have descendants, and its own gifts soon outweigh that.
 *
 * @param meanGift of the parent, in rent-days, at least 0.125, at most {@link Income#MOST}
 */
public record Prior(double meanGift) {

  /** Gifts that the prior counts for. */
  public static final int GIFTS = 4;

  /** Three hours: less could not be told from nothing. */
  private static final double LEAST = 0.125;

  /** Of a relay without a parent: a week of rent, as a coffee's worth of dollars is. */
  public static final Prior USUAL = new Prior(7);

  public Prior {
    if (!(meanGift >= LEAST && meanGift <= Income.MOST)) {
      throw new IllegalArgumentException(
          "a usual gift must be %s to %s rent-days, not %s"
              .formatted(LEAST, Income.MOST, meanGift));
    }
  }

  /** The nearest prior to that mean; {@link #USUAL} where it is not a number. */
  public static Prior near(double meanGift) {
    return Double.isNaN(meanGift) ? USUAL : new Prior(Math.clamp(meanGift, LEAST, Income.MOST));
  }

  /** Days in which its gifts come. */
  double days() {
    return GIFTS * meanGift;
  }
}
