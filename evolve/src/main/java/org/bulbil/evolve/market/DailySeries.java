package org.bulbil.evolve.market;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * One whole number for each day, without a gap.
 *
 * @param name of what it measures, for messages
 * @param first the first day
 * @param values one for each day from the first on
 */
public record DailySeries(String name, LocalDate first, int[] values) {

  public DailySeries {
    if (values.length == 0) {
      throw new IllegalArgumentException(name + ": there is no day in it");
    }
    values = values.clone();
  }

  /** A copy. */
  @Override
  public int[] values() {
    return values.clone();
  }

  /** The last day. */
  public LocalDate last() {
    return first.plusDays(values.length - 1L);
  }

  /** The days from {@code from} to {@code to}, both inside. */
  DailySeries between(LocalDate from, LocalDate to) {
    return new DailySeries(name, from, Arrays.copyOfRange(values, index(from), index(to) + 1));
  }

  private int index(LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(first, day));
  }
}
