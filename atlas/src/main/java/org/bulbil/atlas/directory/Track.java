package org.bulbil.atlas.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bulbil.atlas.history.Division;
import org.bulbil.atlas.history.Observation;

/**
 * Observations of one quantity, oldest first and without overlaps. The older they are, the coarser
 * they are kept, as fine as the graphs that still show them; so there are never more than some
 * 1,300.
 */
final class Track {

  /** How wide the intervals are in which observations of at least some age are joined. */
  private enum Grain {
    HOUR(Duration.ofHours(1), Duration.ofMinutes(5)),
    DAY(Duration.ofDays(1), Duration.ofHours(4)),
    MONTH(Duration.ofDays(31), Duration.ofDays(1)),
    HALF_YEAR(Duration.ofDays(184), Duration.ofDays(2)),
    YEAR(Duration.ofDays(366), Duration.ofDays(10));

    private final Duration age;
    private final Duration width;

    Grain(Duration age, Duration width) {
      this.age = age;
      this.width = width;
    }
  }

  /** Five years and a leap day, the longest graph. */
  private static final Duration AGE_MAX = Duration.ofDays(5 * 365 + 2);

  private final Division division;
  private final List<Observation> seen;

  Track(Division division, List<Observation> seen) {
    this.division = division;
    this.seen = new ArrayList<>(seen);
  }

  List<Observation> seen() {
    return List.copyOf(seen);
  }

  /** Adds what comes next; what had begun before the last ended is known already. */
  void add(Observation next) {
    if (seen.isEmpty() || !next.from().isBefore(seen.getLast().to())) {
      seen.add(next);
    }
  }

  /** Joins what has become old, and drops what no graph shows any more. */
  void thin(Instant now) {
    var former = List.copyOf(seen);
    seen.clear();
    for (var next : former) {
      if (next.to().isBefore(now.minus(AGE_MAX))) {
        continue;
      }
      if (!seen.isEmpty() && isJoined(seen.getLast(), next, now)) {
        seen.add(joined(seen.removeLast(), next));
      } else {
        seen.add(next);
      }
    }
  }

  private boolean isJoined(Observation one, Observation next, Instant now) {
    return one.to().equals(next.from())
        && ((division == Division.DIVISIBLE && one.mean() == next.mean())
            || areInOne(one, next, now));
  }

  /** Whether both lie in one of the intervals that suit their age. */
  private static boolean areInOne(Observation one, Observation next, Instant now) {
    long width = 0;
    for (var grain : Grain.values()) {
      if (!next.to().isAfter(now.minus(grain.age))) {
        width = grain.width.toSeconds();
      }
    }
    return width > 0
        && Math.floorDiv(one.from().getEpochSecond(), width)
            == Math.floorDiv(next.to().getEpochSecond() - 1, width);
  }

  private static Observation joined(Observation one, Observation next) {
    double first = length(one);
    double second = length(next);
    return new Observation(
        one.from(), next.to(), (one.mean() * first + next.mean() * second) / (first + second));
  }

  private static double length(Observation one) {
    return ChronoUnit.MILLIS.between(one.from(), one.to());
  }
}
