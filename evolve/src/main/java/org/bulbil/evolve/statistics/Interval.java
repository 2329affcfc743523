package org.bulbil.evolve.statistics;

import java.util.Arrays;

/**
 * An estimate, and the 95 % confidence interval around it.
 *
 * @param value the estimate
 * @param low where the interval begins; minus infinity where nothing follows from the sample
 * @param high where it ends
 * @param sample how many values it was made of
 */
public record Interval(double value, double low, double high, int sample) {

  /**
   * Of a mean, by Student's t. Of one value only that value is known, and of none nothing ({@link
   * Double#NaN}).
   */
  public static Interval ofMean(double... values) {
    int n = values.length;
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    if (n < 2) {
      return new Interval(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, n);
    }
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    double span = StudentT.span(n - 1) * Math.sqrt(squares / (n - 1) / n);
    return new Interval(mean, mean - span, mean + span, n);
  }

  /** Of the mean difference of pairs that shared their luck. */
  public static Interval ofPairs(double[] these, double[] those) {
    if (these.length != those.length) {
      throw new IllegalArgumentException(
          "%d values have no pairs among %d".formatted(these.length, those.length));
    }
    var differences = new double[these.length];
    Arrays.setAll(differences, i -> these[i] - those[i]);
    return ofMean(differences);
  }

  /** Of a share of cases, by Wilson's score (1927), which stays within 0 and 1. */
  public static Interval ofShare(int hits, int cases) {
    if (cases == 0) {
      return new Interval(Double.NaN, 0, 1, 0);
    }
    double z = StudentT.NORMAL;
    double share = (double) hits / cases;
    double weight = 1 + z * z / cases;
    double middle = (share + z * z / 2 / cases) / weight;
    double span = z / weight * Math.sqrt(share * (1 - share) / cases + z * z / 4 / cases / cases);
    return new Interval(share, Math.max(0, middle - span), Math.min(1, middle + span), cases);
  }

  /** Whether the interval says anything. */
  public boolean isKnown() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  /** Whether the interval lies wholly above a value. */
  public boolean isAbove(double other) {
    return low > other;
  }

  /** Whether the interval lies wholly below a value. */
  public boolean isBelow(double other) {
    return high < other;
  }

  /** The interval, where it is known, brought within bounds that the quantity cannot leave. */
  public Interval within(double least, double most) {
    return isKnown()
        ? new Interval(value, Math.max(low, least), Math.min(high, most), sample)
        : this;
  }
}
