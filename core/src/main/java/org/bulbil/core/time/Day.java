package org.bulbil.core.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The length of one day of rent: 24 hours at real providers, a minute or so in a sandbox.
 *
 * @param length at least one second
 */
public record Day(Duration length) {

  /** What everybody outside a sandbox means. */
  public static final Day REAL = new Day(Duration.ofHours(24));

  public Day {
    if (length.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("a day must last at least a second, not " + length);
    }
  }

  public Duration times(long days) {
    return length.multipliedBy(days);
  }

  /** A part of a day, such as {@code fraction(1, 24)} for an hour of it. */
  public Duration fraction(long numerator, long denominator) {
    return length.multipliedBy(numerator).dividedBy(denominator);
  }

  /** Days from {@code from} to {@code to}, negative where {@code to} is earlier. */
  public double between(Instant from, Instant to) {
    return (double) Duration.between(from, to).toMillis() / length.toMillis();
  }

  /** This many days, in whole milliseconds; {@link IllegalArgumentException} unless finite. */
  public Duration of(double days) {
    if (!Double.isFinite(days)) {
      throw new IllegalArgumentException("not a number of days: " + days);
    }
    return Duration.ofMillis(Math.round(days * length.toMillis()));
  }
}
