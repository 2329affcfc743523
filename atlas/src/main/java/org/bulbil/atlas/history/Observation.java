package org.bulbil.atlas.history;

import java.time.Instant;

/**
 * What was seen over a while.
 *
 * @param from inclusive
 * @param to exclusive, after {@code from}
 * @param mean over the while, in the series' unit: bytes a second, a fraction; finite, not negative
 */
public record Observation(Instant from, Instant to, double mean) {

  public Observation {
    if (!from.isBefore(to) || !Double.isFinite(mean) || mean < 0) {
      throw new IllegalArgumentException("seen from " + from + " to " + to + ": " + mean);
    }
  }
}
