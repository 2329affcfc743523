package org.bulbil.sandbox.reader;

import java.time.Duration;

/**
 * What a reader has counted.
 *
 * @param visits while at least one server of the site lived
 * @param lonely the same while none did
 * @param deadTooLong addresses that the name had for longer than a time to live while nobody
 *     answered there and others lived
 * @param deadLongest the longest time of that kind
 */
public record Readings(Visits visits, Visits lonely, long deadTooLong, Duration deadLongest) {

  public Readings {
    if (deadTooLong < 0) {
      throw new IllegalArgumentException("a count cannot be negative: " + deadTooLong);
    }
  }
}
