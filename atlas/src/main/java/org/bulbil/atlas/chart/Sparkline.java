package org.bulbil.atlas.chart;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.bulbil.atlas.history.GraphHistory;

/**
 * The last days of a quantity as bars of a row, each of its height among {@value #STEPS}; the
 * highest fills the row.
 *
 * @param bars 0 (nothing) to {@value #STEPS}, {@link #GAP} where nothing is known; oldest first
 * @param mean in the quantity's unit
 */
public record Sparkline(List<Integer> bars, OptionalDouble mean) {

  public static final int STEPS = 9;
  public static final int GAP = -1;
  public static final int LENGTH = 30;

  public Sparkline {
    bars = List.copyOf(bars);
  }

  /** The last {@value #LENGTH} values, fewer where there are fewer. */
  public static Sparkline of(GraphHistory history) {
    int from = Math.max(0, history.count() - LENGTH);
    var values =
        IntStream.range(from, history.count())
            .mapToDouble(i -> history.value(i).orElse(Double.NaN))
            .toArray();
    double most = Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
    return new Sparkline(
        Arrays.stream(values).mapToObj(value -> bar(value, most)).toList(),
        Arrays.stream(values).filter(Double::isFinite).average());
  }

  private static int bar(double value, double most) {
    if (Double.isNaN(value)) {
      return GAP;
    }
    return most <= 0 ? 0 : (int) Math.round(value / most * STEPS);
  }
}
