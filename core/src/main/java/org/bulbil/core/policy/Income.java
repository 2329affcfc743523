package org.bulbil.core.policy;

import java.util.Arrays;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;

/**
 * The gifts that came in a stretch of days, each in rent-days, net of what spending it costs.
 *
 * <p>A gift counts for {@link #MOST} rent-days at most: a whale is a windfall and not an income.
 * One that is not worth its own input counts for nothing. A value: two of the same days and gifts
 * are equal.
 */
public final class Income {

  /** The longest stretch looked at, in days: what was a year ago says little. */
  public static final double LONGEST = 180;

  /** What one gift counts for at most, in rent-days. */
  public static final double MOST = 30;

  /** Of a relay that was born this moment. */
  public static final Income NONE = new Income(0, new double[0]);

  private final double days;
  private final double[] gifts;

  /** Lundberg's exponent once it was asked for; the same whoever works it out. */
  private double decay = Double.NaN;

  private Income(double days, double[] gifts) {
    this.days = days;
    this.gifts = gifts;
  }

  /**
   * The first {@code count} of {@code gifts}, which came in the last {@code days}.
   *
   * @param days since birth, or since the oldest gift that is looked at; at most {@link #LONGEST}
   * @param gifts in rent-days as {@link #rentDays} says, in any order
   */
  public static Income of(double days, double[] gifts, int count) {
    if (!(days >= 0 && days <= LONGEST)) {
      throw new IllegalArgumentException("income is of 0 to 180 days, not of " + days);
    }
    var counted = new double[count];
    int filled = 0;
    for (int i = 0; i < count; i++) {
      if (gifts[i] > 0) {
        counted[filled++] = Math.min(gifts[i], MOST);
      }
    }
    return new Income(days, filled == count ? counted : Arrays.copyOf(counted, filled));
  }

  public static Income of(double days, double... gifts) {
    return of(days, gifts, gifts.length);
  }

  /**
   * What a gift is worth: rent-days that it buys once its input is paid for at a low fee rate.
   *
   * @param low what counts as a low rate
   * @param price of a bitcoin now; gifts of the past are valued by it as well
   * @param rent of a day, above zero
   */
  public static double rentDays(Sats gift, FeeRate low, Rate price, Cents rent) {
    var net = gift.minusOrZero(low.feeFor(Purse.INPUT)).value();
    return net * (price.centsPerBitcoin() / 1e8) / rent.value();
  }

  /** These gifts and those of the prior, in the time of both. */
  Income with(Prior prior) {
    var both = Arrays.copyOf(gifts, gifts.length + Prior.GIFTS);
    Arrays.fill(both, gifts.length, both.length, prior.meanGift());
    return new Income(days + prior.days(), both);
  }

  public double days() {
    return days;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Income that && days == that.days && Arrays.equals(gifts, that.gifts);
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(days) + Arrays.hashCode(gifts);
  }

  /** How many gifts count. */
  public int gifts() {
    return gifts.length;
  }

  /** Rent-days of all of them together. */
  double sum() {
    double sum = 0;
    for (double gift : gifts) {
      sum += gift;
    }
    return sum;
  }

  /** Lundberg's exponent of this income, per rent-day: zero where it does not exceed the rent. */
  double decay() {
    if (Double.isNaN(decay)) {
      decay = Lundberg.exponent(gifts, days);
    }
    return decay;
  }

  /**
   * How uneven the gifts are: mean square over squared mean, 1 where all are the same, 2 where they
   * are exponentially distributed. 1 without any.
   */
  double unevenness() {
    double squares = 0;
    for (double gift : gifts) {
      squares += gift * gift;
    }
    double sum = sum();
    return gifts.length == 0 ? 1 : Math.max(1, squares * gifts.length / (sum * sum));
  }
}
