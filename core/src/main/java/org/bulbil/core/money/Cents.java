package org.bulbil.core.money;

import java.util.Locale;

/**
 * A whole, non-negative number of US cents: what providers charge and keep as credit.
 *
 * @param value cents, 0 to 10^12
 */
public record Cents(long value) implements Comparable<Cents> {

  /** Ten thousand million dollars: far above any bill, far below overflow. */
  private static final long MAX = 1_000_000_000_000L;

  public static final Cents ZERO = new Cents(0);

  public Cents {
    if (value < 0 || value > MAX) {
      throw new IllegalArgumentException("not an amount of cents: " + value);
    }
  }

  public static Cents of(long value) {
    return new Cents(value);
  }

  public static Cents dollars(long dollars) {
    return new Cents(Math.multiplyExact(dollars, 100L));
  }

  public Cents plus(Cents that) {
    return new Cents(Math.addExact(value, that.value));
  }

  /** The difference; {@link IllegalArgumentException} where {@code that} is more than this. */
  public Cents minus(Cents that) {
    return new Cents(value - that.value);
  }

  public Cents minusOrZero(Cents that) {
    return covers(that) ? minus(that) : ZERO;
  }

  public Cents times(long factor) {
    return new Cents(Math.multiplyExact(value, factor));
  }

  /**
   * How often {@code price} fits into this amount; {@link ArithmeticException} for a zero price.
   */
  public long dividedBy(Cents price) {
    return value / price.value;
  }

  /** The smallest whole number of dollars that is not below this amount. */
  public long wholeDollarsUp() {
    return Math.ceilDiv(value, 100L);
  }

  /** The largest whole number of dollars that is not above this amount. */
  public long wholeDollarsDown() {
    return value / 100;
  }

  public boolean covers(Cents price) {
    return value >= price.value;
  }

  public boolean isZero() {
    return value == 0;
  }

  @Override
  public int compareTo(Cents that) {
    return Long.compare(value, that.value);
  }

  /** As in {@code $12.34}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "$%d.%02d", value / 100, value % 100);
  }
}
