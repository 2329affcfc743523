package org.bulbil.atlas.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bulbil.atlas.history.GraphHistory;
import org.bulbil.core.time.Day;

/**
 * How much of each of the last 90 days a relay was running, as runs of days that are alike: most
 * relays are up on most days, so a strip is a few elements of a page.
 *
 * @param runs oldest first, {@value #DAYS} days together
 * @param mean of the days that are known, 0 to 1
 * @param first the first day that is known
 */
public record Strip(List<Run> runs, OptionalDouble mean, Optional<Instant> first, Instant last) {

  public static final int DAYS = 90;

  /** How much of a day. */
  public enum Level {
    /** Nothing is known of that day: not yet born, or not observed. */
    UNKNOWN(-1),
    /** Less than one hour in a hundred. */
    DOWN(0),
    POOR(0.01),
    PARTLY(0.9),
    UP(0.99);

    private final double least;

    Level(double least) {
      this.least = least;
    }

    static Level of(OptionalDouble share) {
      if (share.isEmpty()) {
        return UNKNOWN;
      }
      var found = DOWN;
      for (var level : values()) {
        if (level != UNKNOWN && share.getAsDouble() >= level.least) {
          found = level;
        }
      }
      return found;
    }
  }

  /** Neighbouring days of one level. */
  public record Run(Level level, int days) {}

  public Strip {
    runs = List.copyOf(runs);
  }

  /**
   * The days before {@code now}.
   *
   * @param uptime at intervals of a day or less; empty where nothing is known
   * @param day how long one is
   */
  public static Strip of(Optional<GraphHistory> uptime, Instant now, Day day) {
    var days = new ArrayList<OptionalDouble>(DAYS);
    for (int ago = DAYS; ago > 0; ago--) {
      var begin = now.minus(day.times(ago));
      days.add(uptime.map(history -> mean(history, begin, day)).orElse(OptionalDouble.empty()));
    }
    int known = (int) days.stream().takeWhile(OptionalDouble::isEmpty).count();
    return new Strip(
        runs(days),
        days.stream().flatMapToDouble(OptionalDouble::stream).average(),
        known == DAYS ? Optional.empty() : Optional.of(now.minus(day.times(DAYS - known))),
        now);
  }

  private static OptionalDouble mean(GraphHistory history, Instant begin, Day day) {
    long interval = history.interval().toMillis();
    double from = (double) Duration.between(history.first(), begin).toMillis() / interval;
    double to = from + (double) day.length().toMillis() / interval;
    double sum = 0;
    int count = 0;
    for (int i = Math.max(0, (int) Math.ceil(from)); i < Math.min(to, history.count()); i++) {
      var value = history.value(i);
      if (value.isPresent()) {
        sum += value.getAsDouble();
        count++;
      }
    }
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }

  private static List<Run> runs(List<OptionalDouble> days) {
    var runs = new ArrayList<Run>();
    for (var day : days) {
      var level = Level.of(day);
      if (!runs.isEmpty() && runs.getLast().level() == level) {
        runs.set(runs.size() - 1, new Run(level, runs.getLast().days() + 1));
      } else {
        runs.add(new Run(level, 1));
      }
    }
    return runs;
  }
}
