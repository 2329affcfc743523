package org.bulbil.evolve.selection;

import java.util.List;

/**
 * The selection coefficient: with an advantage s the odds {@code p/(1 - p)} grow by {@code e^s} in
 * each generation, so s is the slope of their logarithm.
 */
final class Slope {

  /** Nearer to none or all, a share is mostly the luck of a few relays. */
  private static final double EDGE = 0.02;

  private Slope() {}

  /**
   * By least squares over the years until the share first comes near an edge.
   *
   * @param shares on the first day and after each year
   * @param generations that all these years had
   */
  static double of(List<Double> shares, double generations) {
    int years = 0;
    while (years < shares.size() && Math.abs(shares.get(years) - 0.5) < 0.5 - EDGE) {
      years++;
    }
    double perYear = generations / (shares.size() - 1);
    return years < 2 ? 0 : slope(shares.subList(0, years)) / perYear;
  }

  private static double slope(List<Double> shares) {
    double middle = (shares.size() - 1) / 2.0;
    double products = 0;
    double squares = 0;
    for (int year = 0; year < shares.size(); year++) {
      double share = shares.get(year);
      products += (year - middle) * Math.log(share / (1 - share));
      squares += (year - middle) * (year - middle);
    }
    return products / squares;
  }
}
