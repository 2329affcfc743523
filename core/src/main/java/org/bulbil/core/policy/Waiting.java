package org.bulbil.core.policy;

import org.bulbil.core.money.FeeRate;

/**
 * The fee rate that who waits may expect: the longer the prepaid days let him wait, the lower the
 * lowest rate that he will see. In real history the lowest rate of the next 7, 14 and 30 days was
 * 72, 61 and 48 % of the mean.
 */
final class Waiting {

  /** Of the median of 90 days: what no time to wait is worth. Tuned on 2019 to 2021. */
  private static final double AT_ONCE = 2.3;

  /** The rate falls as {@code (1 + x/7)^(−3/4)} of the days x. */
  private static final double DAYS = 7;

  private static final double POWER = -0.75;

  /** Change is spent with other coins, some time, while fees are low. */
  private static final double CHANGE_SHARE = 0.5;

  private static final double CHANGE_LEAST = 0.5;

  private Waiting() {}

  /** By how much today's rate is above the one expected of waiting, in sat/vB; never negative. */
  static double excess(Purse purse, double days) {
    double now = inSatPerVbyte(purse.rate());
    double usual = purse.usual().isPresent() ? inSatPerVbyte(purse.usual().get()) : now;
    return Math.max(0, now - AT_ONCE * usual * StrictMath.pow(1 + days / DAYS, POWER));
  }

  /** What a virtual byte of spending today's change will have cost, in sat/vB. */
  static double satPerVbyteOfChange(Purse purse) {
    double low = inSatPerVbyte(purse.low().orElse(purse.rate()));
    return CHANGE_SHARE * Math.max(CHANGE_LEAST, low);
  }

  private static double inSatPerVbyte(FeeRate rate) {
    return rate.satPerKvb() / 1000.0;
  }
}
