package org.bulbil.atlas.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A line of a graph: values at equal intervals, each a whole number of 0 to 999 times a factor, or
 * missing.
 *
 * @see <a href="https://metrics.torproject.org/onionoo.html#history">Onionoo's protocol</a>
 */
public final class GraphHistory {

  public static final int VALUE_MAX = 999;

  /** Where nothing is known. */
  public static final short MISSING = -1;

  private final Instant first;
  private final Duration interval;
  private final double factor;
  private final short[] values;

  /**
   * @param first the middle of the first interval
   * @param interval whole seconds, at least one
   * @param factor that values are multiplied with; finite, not negative
   * @param values 0 to {@value #VALUE_MAX} or {@link #MISSING}, oldest first
   */
  public GraphHistory(Instant first, Duration interval, double factor, short[] values) {
    if (interval.toSeconds() < 1 || !Double.isFinite(factor) || factor < 0) {
      throw new IllegalArgumentException("a history of interval " + interval + " and " + factor);
    }
    for (short value : values) {
      if (value < MISSING || value > VALUE_MAX) {
        throw new IllegalArgumentException("a value of a history is 0 to 999, not " + value);
      }
    }
    this.first = first;
    this.interval = interval;
    this.factor = factor;
    this.values = values.clone();
  }

  public Instant first() {
    return first;
  }

  /** The middle of the last interval. */
  public Instant last() {
    return first.plus(interval.multipliedBy(values.length - 1L));
  }

  public Duration interval() {
    return interval;
  }

  public double factor() {
    return factor;
  }

  public int count() {
    return values.length;
  }

  /** As in the protocol: 0 to {@value #VALUE_MAX}, or {@link #MISSING}. */
  public short raw(int index) {
    return values[index];
  }

  /** In the series' own unit. */
  public OptionalDouble value(int index) {
    return values[index] == MISSING
        ? OptionalDouble.empty()
        : OptionalDouble.of(values[index] * factor);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GraphHistory that
        && first.equals(that.first)
        && interval.equals(that.interval)
        && factor == that.factor
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return first.hashCode() * 31 + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "%s + %d x %s, factor %s".formatted(first, values.length, interval, factor);
  }
}
