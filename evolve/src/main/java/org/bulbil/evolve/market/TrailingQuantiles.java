package org.bulbil.evolve.market;

import java.util.Arrays;

/** What was low and what was usual among the last days, seen from each day. */
final class TrailingQuantiles {

  /** A season: longer than a wave of fees, short enough to follow a change of times. */
  static final int DAYS = 90;

  private TrailingQuantiles() {}

  /**
   * For each day the nearest-rank quantile of that day and the {@value #DAYS} - 1 before it, or of
   * those that there are.
   *
   * @param percent 1 to 100
   */
  static int[] of(int[] values, int percent) {
    var quantiles = new int[values.length];
    var window = new int[0];
    for (int day = 0; day < values.length; day++) {
      window = day < DAYS ? window : without(window, values[day - DAYS]);
      window = with(window, values[day]);
      quantiles[day] = window[Math.ceilDiv(window.length * percent, 100) - 1];
    }
    return quantiles;
  }

  private static int[] with(int[] sorted, int value) {
    int found = Arrays.binarySearch(sorted, value);
    int at = found < 0 ? -found - 1 : found;
    var longer = Arrays.copyOf(sorted, sorted.length + 1);
    System.arraycopy(sorted, at, longer, at + 1, sorted.length - at);
    longer[at] = value;
    return longer;
  }

  private static int[] without(int[] sorted, int value) {
    int at = Arrays.binarySearch(sorted, value);
    var shorter = Arrays.copyOf(sorted, sorted.length - 1);
    System.arraycopy(sorted, at + 1, shorter, at, shorter.length - at);
    return shorter;
  }
}
