package org.bulbil.atlas.chart;

import java.util.Collection;

/** The height of a chart: from zero to a round number. */
public final class Scale {

  private Scale() {}

  /** The smallest 1, 2 or 5 with zeros behind it that is not below any value; 1 for no value. */
  public static double top(Collection<Line> lines) {
    double most = lines.stream().mapToDouble(Scale::most).max().orElse(0);
    if (most <= 0) {
      return 1;
    }
    double ten = Math.pow(10, Math.floor(Math.log10(most)));
    double slack = 1e-9; // 999 times a factor is not exactly the number that it was.
    for (int step : new int[] {1, 2, 5}) {
      if (most <= step * ten * (1 + slack)) {
        return step * ten;
      }
    }
    return 10 * ten;
  }

  private static double most(Line line) {
    double most = 0;
    for (int i = 0; i < line.history().count(); i++) {
      most = Math.max(most, line.history().value(i).orElse(0));
    }
    return most;
  }
}
