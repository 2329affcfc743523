package org.bulbil.evolve.random;

/** The Poisson distribution: how many of many rare things happen. */
final class Poisson {

  /** Above, the least probability comes near the smallest double. */
  static final int MEAN_MAX = 500;

  /** Farther above its mean no Poisson number lies that a 53-bit uniform could ask for. */
  private static final int TAIL = 20;

  private Poisson() {}

  /** The least count whose cumulative probability exceeds {@code chance}. */
  static int quantile(double mean, double chance) {
    if (!(mean >= 0 && mean <= MEAN_MAX)) {
      throw new IllegalArgumentException(
          "a Poisson mean is 0 to %d, not %s".formatted(MEAN_MAX, mean));
    }
    int most = (int) (mean + TAIL * (StrictMath.sqrt(mean) + 1));
    double term = StrictMath.exp(-mean);
    double sum = term;
    int count = 0;
    while (sum <= chance && count < most) {
      count++;
      term *= mean / count;
      sum += term;
    }
    return count;
  }
}
