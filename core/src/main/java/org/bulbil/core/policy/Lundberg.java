package org.bulbil.core.policy;

/**
 * Lundberg's equation for a purse that pays a steady rent and gets gifts now and then (the dual
 * risk model): with gifts {@code xᵢ} in {@code T} days and a rent of one rent-day a day, the
 * positive root {@code R} of {@code Σ(1 − e^(−R·xᵢ))/T = R}. From a reserve of {@code u} rent-days
 * ruin comes with probability {@code e^(−R·u)}.
 *
 * <p>The left side minus the right one is concave in {@code R}, zero at zero and rises there by the
 * income's excess over the rent: so there is one positive root, or none where nothing is in excess.
 */
final class Lundberg {

  /**
   * Newton's method needs about five steps, and halving an interval to a millionth of it twenty.
   */
  private static final int STEPS_MAX = 64;

  /** Of the root: far finer than gifts can be foreseen. */
  private static final double PRECISION = 1e-6;

  private Lundberg() {}

  /**
   * The root.
   *
   * @param gifts in rent-days, each above zero and finite
   * @param days in which they came
   * @return per rent-day; zero where the gifts do not exceed the rent
   */
  static double exponent(double[] gifts, double days) {
    double sum = 0;
    double squares = 0;
    for (double gift : gifts) {
      sum += gift;
      squares += gift * gift;
    }
    // 1 − e^(−y) ≥ y − y²/2 puts the root above the first bound, 1 − e^(−y) ≤ 1 below the second.
    double low = 2 * (sum - days) / squares;
    double high = gifts.length / Math.max(days, Double.MIN_NORMAL);
    return sum > days && low < high ? between(low, high, gifts, days) : 0;
  }

  /** Newton's method from the lower bound; where it would leave the bounds they are halved. */
  private static double between(double lower, double upper, double[] gifts, double days) {
    double low = lower;
    double high = upper;
    double root = lower;
    for (int step = 0; step < STEPS_MAX; step++) {
      double excess = -root * days;
      double slope = -days;
      for (double gift : gifts) {
        double kept = Math.exp(-root * gift);
        excess += 1 - kept;
        slope += gift * kept;
      }
      if (excess > 0) {
        low = root;
      } else {
        high = root;
      }
      double newton = root - excess / slope;
      double next = newton > low && newton < high ? newton : (low + high) / 2;
      if (Math.abs(next - root) <= PRECISION * root) {
        return next;
      }
      root = next;
    }
    return root;
  }
}
