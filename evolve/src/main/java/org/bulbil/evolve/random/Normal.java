package org.bulbil.evolve.random;

/** The normal distribution with mean 0 and deviation 1. */
final class Normal {

  /** Where the rational approximation changes from the middle to the tails. */
  private static final double TAIL = 0.02425;

  private Normal() {}

  /**
   * The number below which a normal one lies with this chance, 0 to 1 exclusive.
   *
   * <p>Rational approximation of Acklam (2003), relative error below 1.2e-9. Only arithmetic and
   * {@link StrictMath}, so that it is the same number on every machine.
   */
  static double quantile(double chance) {
    if (chance < TAIL) {
      return tail(StrictMath.sqrt(-2 * StrictMath.log(chance)));
    }
    return chance > 1 - TAIL
        ? -tail(StrictMath.sqrt(-2 * StrictMath.log(1 - chance)))
        : middle(chance - 0.5);
  }

  private static double tail(double q) {
    double above =
        ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
                            - 2.549732539343734e+00)
                        * q
                    + 4.374664141464968e+00)
                * q
            + 2.938163982698783e+00;
    double below =
        (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
                    + 3.754408661907416e+00)
                * q
            + 1;
    return above / below;
  }

  private static double middle(double q) {
    double r = q * q;
    double above =
        ((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                            + 1.383577518672690e+02)
                        * r
                    - 3.066479806614716e+01)
                * r
            + 2.506628277459239e+00;
    double below =
        ((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                            + 6.680131188771972e+01)
                        * r
                    - 1.328068155288572e+01)
                * r
            + 1;
    return q * above / below;
  }
}
