package org.bulbil.evolve.plot;

import java.util.List;
import java.util.stream.IntStream;
import org.bulbil.evolve.statistics.Interval;

/**
 * A quantity over another, with its confidence.
 *
 * @param name for the legend
 * @param hue colour and dashes
 * @param xs in rising order
 * @param values one for each x
 */
public record Curve(String name, Hue hue, List<Double> xs, List<Interval> values) {

  public Curve {
    xs = List.copyOf(xs);
    values = List.copyOf(values);
    if (xs.isEmpty() || xs.size() != values.size()) {
      throw new IllegalArgumentException(
          "curve %s has %d places and %d values".formatted(name, xs.size(), values.size()));
    }
  }

  /** Of values that are evenly spaced. */
  public static Curve every(double step, String name, Hue hue, List<Interval> values) {
    var xs = IntStream.range(0, values.size()).mapToObj(i -> i * step).toList();
    return new Curve(name, hue, xs, values);
  }

  double least() {
    return values.stream().mapToDouble(Curve::bottom).min().orElse(0);
  }

  double most() {
    return values.stream().mapToDouble(Curve::top).max().orElse(1);
  }

  static double bottom(Interval interval) {
    return interval.isKnown() ? interval.low() : interval.value();
  }

  static double top(Interval interval) {
    return interval.isKnown() ? interval.high() : interval.value();
  }
}
