package org.bulbil.atlas.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.bulbil.atlas.history.GraphHistory;

/**
 * A history as it is drawn.
 *
 * @param name of the quantity, for people
 */
public record Line(String name, GraphHistory history, Manner manner) {

  /** How values become a line. */
  public enum Manner {
    /** Straight from the middle of an interval to that of the next. */
    LINE,
    /** The same, filled down to zero. */
    AREA,
    /** Each interval at its own height, filled down to zero. */
    STEP
  }

  /** What is known of a moment; a gap stays a gap. */
  OptionalDouble at(Instant when) {
    double place =
        (double) Duration.between(history.first(), when).toMillis() / history.interval().toMillis();
    int nearest = (int) Math.floor(place + 0.5);
    if (manner == Manner.STEP) {
      return value(nearest);
    }
    int left = (int) Math.floor(place);
    var before = value(left);
    var after = value(left + 1);
    if (before.isEmpty() || after.isEmpty()) {
      return value(nearest);
    }
    double share = place - left;
    return OptionalDouble.of(before.getAsDouble() * (1 - share) + after.getAsDouble() * share);
  }

  private OptionalDouble value(int index) {
    return index < 0 || index >= history.count() ? OptionalDouble.empty() : history.value(index);
  }
}
