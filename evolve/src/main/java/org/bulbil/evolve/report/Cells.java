package org.bulbil.evolve.report;

import java.util.Locale;
import org.bulbil.evolve.statistics.Interval;

/** Numbers as they stand in tables: the same on every machine. */
public final class Cells {

  private Cells() {}

  /** A value and its interval, {@code 12.3 (11.9–12.7)}; the value alone where none follows. */
  public static String of(Interval interval, int digits) {
    return interval.isKnown()
        ? "%s (%s–%s)"
            .formatted(
                number(interval.value(), digits),
                number(interval.low(), digits),
                number(interval.high(), digits))
        : number(interval.value(), digits);
  }

  /** A share as percent with one decimal. */
  public static String percent(Interval share) {
    return share.isKnown()
        ? "%s (%s–%s) %%"
            .formatted(
                number(100 * share.value(), 1),
                number(100 * share.low(), 1),
                number(100 * share.high(), 1))
        : number(100 * share.value(), 1) + " %";
  }

  /** A number; a dash where there is none. */
  public static String number(double value, int digits) {
    if (Double.isNaN(value)) {
      return "–";
    }
    double clean = Math.abs(value) < 0.5 * Math.pow(10, -digits) ? 0 : value;
    return String.format(Locale.ROOT, "%,." + digits + "f", clean);
  }
}
