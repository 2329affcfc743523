package org.bulbil.atlas.history;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * How far back a graph goes and how fine it is.
 *
 * @param period by the calendar
 * @param interval of one value
 */
public record Resolution(Period period, Duration interval) {

  /** The end of the last whole interval before {@code end}, in milliseconds of the epoch. */
  long end(Instant end) {
    return floor(end.toEpochMilli());
  }

  /** The beginning of the interval in which the graph that ends at {@code end} begins. */
  long start(Instant end) {
    return floor(reach(end));
  }

  /** As far back as this graph goes, to the millisecond. */
  long reach(Instant end) {
    return reach(end(end));
  }

  private long reach(long end) {
    return Instant.ofEpochMilli(end)
        .atOffset(ZoneOffset.UTC)
        .minus(period)
        .toInstant()
        .toEpochMilli();
  }

  private long floor(long time) {
    return Math.floorDiv(time, interval.toMillis()) * interval.toMillis();
  }
}
