package org.bulbil.evolve.statistics;

/**
 * The distribution of a mean whose deviation is only estimated, by the number of values less one.
 */
final class StudentT {

  /** 97.5 % quantiles for 1 to 30 degrees of freedom, as in every statistical table. */
  private static final double[] TABLE = {
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, //
    2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860, //
    2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423
  };

  /** The same quantile of the normal distribution, to which it tends. */
  static final double NORMAL = 1.959964;

  private StudentT() {}

  /**
   * Deviations on either side of the mean between which 95 % lie.
   *
   * <p>Beyond the table by the first two terms of Fisher's expansion (Abramowitz and Stegun
   * 26.7.5), which is good to four decimals there.
   */
  static double span(int degrees) {
    if (degrees < 1) {
      throw new IllegalArgumentException("degrees must be at least 1, not " + degrees);
    }
    if (degrees <= TABLE.length) {
      return TABLE[degrees - 1];
    }
    double z = NORMAL;
    double first = (Math.pow(z, 3) + z) / 4;
    double second = (5 * Math.pow(z, 5) + 16 * Math.pow(z, 3) + 3 * z) / 96;
    return z + first / degrees + second / degrees / degrees;
  }
}
