package org.bulbil.evolve.market;

import java.time.LocalDate;
import java.util.Arrays;

/** One whole number for each day, without a gap. */
public final class DailySeries {

  private final LocalDate first;
  private final int[] values;

  private DailySeries(LocalDate first, int[] values) {
    this.first = first;
    this.values = values;
  }

  /** Those of {@code first} and the days after it; at least one. */
  public static DailySeries of(LocalDate first, int... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a series has at least one day");
    }
    return new DailySeries(first, values.clone());
  }

  public LocalDate first() {
    return first;
  }

  public LocalDate last() {
    return first.plusDays(values.length - 1L);
  }

  /** The days from {@code from} to {@code to}, both inside. */
  int[] between(LocalDate from, LocalDate to) {
    return Arrays.copyOfRange(values, index(from), index(to) + 1);
  }

  private int index(LocalDate day) {
    return Math.toIntExact(day.toEpochDay() - first.toEpochDay());
  }
}
