package org.bulbil.atlas.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.bulbil.atlas.history.GraphHistory;

/** A line in numbers, for who cannot see it or wants to quote it. */
public final class Summary {

  /** Rows of a table that is still read. */
  private static final int PARTS = 12;

  private Summary() {}

  /**
   * A part of a window.
   *
   * @param begin of it
   * @param means of each line; empty where it has no value
   */
  public record Part(Instant begin, List<OptionalDouble> means) {}

  /** A dozen equal parts of the window, oldest first; those without any value are left out. */
  public static List<Part> parts(List<Line> lines, Window window) {
    var parts = new ArrayList<Part>();
    long step = Math.max(1, window.length().toMillis() / PARTS);
    for (int i = 0; i < PARTS; i++) {
      var begin = window.from().plusMillis(i * step);
      var end = begin.plusMillis(step);
      var means = lines.stream().map(line -> mean(line.history(), begin, end)).toList();
      if (means.stream().anyMatch(OptionalDouble::isPresent)) {
        parts.add(new Part(begin, means));
      }
    }
    return parts;
  }

  /** Of the values that are known. */
  public static OptionalDouble mean(GraphHistory history) {
    return mean(history, Instant.MIN, Instant.MAX);
  }

  /** Of the known values whose intervals have their middle in {@code [begin, end)}. */
  private static OptionalDouble mean(GraphHistory history, Instant begin, Instant end) {
    return IntStream.range(0, history.count())
        .filter(i -> !middle(history, i).isBefore(begin) && middle(history, i).isBefore(end))
        .mapToObj(history::value)
        .flatMapToDouble(OptionalDouble::stream)
        .average();
  }

  static Instant middle(GraphHistory history, int index) {
    return history.first().plus(history.interval().multipliedBy(index));
  }
}
