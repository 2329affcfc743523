package org.bulbil.tor;

import java.time.Duration;

/**
 * A speed in one direction.
 *
 * @param bytesPerSecond 0 or more
 */
public record Bandwidth(long bytesPerSecond) implements Comparable<Bandwidth> {

  public Bandwidth {
    if (bytesPerSecond < 0) {
      throw new IllegalArgumentException("a bandwidth cannot be negative: " + bytesPerSecond);
    }
  }

  public static Bandwidth ofKilobytes(long kilobytesPerSecond) {
    return new Bandwidth(Math.multiplyExact(kilobytesPerSecond, 1000L));
  }

  /** The mean over {@code span}, which must be positive. */
  public static Bandwidth of(long bytes, Duration span) {
    return new Bandwidth(Math.round(bytes * 1e9 / span.toNanos()));
  }

  public long kilobytesPerSecond() {
    return bytesPerSecond / 1000;
  }

  @Override
  public int compareTo(Bandwidth that) {
    return Long.compare(bytesPerSecond, that.bytesPerSecond);
  }

  @Override
  public String toString() {
    return kilobytesPerSecond() + " kB/s";
  }
}
