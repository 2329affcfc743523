package org.bulbil.atlas.tip;

import java.util.Collection;
import java.util.Map;

/** How unequal a split is. */
final class Concentration {

  private Concentration() {}

  static double largest(Collection<Double> amounts) {
    double all = amounts.stream().mapToDouble(Double::doubleValue).sum();
    return amounts.stream().mapToDouble(Double::doubleValue).max().orElse(0) / Math.max(all, 1);
  }

  /**
   * Gini's coefficient over all who could be paid, those with nothing too; 0 equal, 1 one has all.
   */
  static double gini(Collection<Double> amounts) {
    var sorted = amounts.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double sum = 0;
    double weighed = 0;
    for (int i = 0; i < sorted.length; i++) {
      sum += sorted[i];
      weighed += (i + 1) * sorted[i];
    }
    return sum == 0
        ? 0
        : 2 * weighed / (sorted.length * sum) - (sorted.length + 1.0) / sorted.length;
  }

  /** Herfindahl's index: the sum of squared shares. */
  static double hhi(Map<String, Double> amounts) {
    double all = amounts.values().stream().mapToDouble(Double::doubleValue).sum();
    return amounts.values().stream()
        .mapToDouble(amount -> amount / all)
        .map(share -> share * share)
        .sum();
  }
}
