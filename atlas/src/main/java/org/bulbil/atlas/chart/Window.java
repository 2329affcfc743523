package org.bulbil.atlas.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.bulbil.atlas.history.GraphHistory;
import org.bulbil.atlas.history.Span;

/**
 * The time that a graph shows; lines of one quantity share it.
 *
 * @param from before {@code to}
 */
public record Window(Instant from, Instant to) {

  public Window {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a window from " + from + " to " + to);
    }
  }

  /** Where less than this part of a graph is known, it shows what is known alone. */
  private static final int VISIBLE_PART = 50;

  /**
   * As long as {@code span}, up to the newest value of any; empty where there is no line. What
   * would be a few pixels of that, as in a sandbox, fills the graph instead.
   */
  public static Optional<Window> of(Collection<GraphHistory> lines, Span span) {
    return lines.stream()
        .map(line -> line.last().plus(line.interval().dividedBy(2)))
        .max(Instant::compareTo)
        .map(end -> visible(new Window(before(end, span), end), first(lines)));
  }

  private static Instant first(Collection<GraphHistory> lines) {
    return lines.stream()
        .map(line -> line.first().minus(line.interval().dividedBy(2)))
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private static Window visible(Window whole, Instant first) {
    var known = Duration.between(first, whole.to());
    return known.multipliedBy(VISIBLE_PART).compareTo(whole.length()) < 0
        ? new Window(first, whole.to())
        : whole;
  }

  private static Instant before(Instant end, Span span) {
    return end.atOffset(ZoneOffset.UTC).minus(span.period()).toInstant();
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  /** The middle of a part, of {@code parts} that are equally long. */
  public Instant middle(int part, int parts) {
    return from.plusMillis((2L * part + 1) * length().toMillis() / (2L * parts));
  }
}
