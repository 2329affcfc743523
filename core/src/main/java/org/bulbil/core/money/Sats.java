package org.bulbil.core.money;

import java.util.Collection;

/**
 * A whole, non-negative number of satoshis, at most the 21 million bitcoin that can ever exist.
 *
 * <p>Arithmetic throws {@link ArithmeticException} or {@link IllegalArgumentException} rather than
 * wrap around or go below zero.
 *
 * @param value satoshis, 0 to 2,100,000,000,000,000
 */
public record Sats(long value) implements Comparable<Sats> {

  /** 21 million bitcoin. */
  public static final long SUPPLY_MAX = 2_100_000_000_000_000L;

  public static final Sats ZERO = new Sats(0);

  public Sats {
    if (value < 0 || value > SUPPLY_MAX) {
      throw new IllegalArgumentException("not an amount of satoshis: " + value);
    }
  }

  public static Sats of(long value) {
    return new Sats(value);
  }

  public static Sats sum(Collection<Sats> amounts) {
    return amounts.stream().reduce(ZERO, Sats::plus);
  }

  public Sats plus(Sats that) {
    return new Sats(Math.addExact(value, that.value));
  }

  /** The difference; {@link IllegalArgumentException} where {@code that} is more than this. */
  public Sats minus(Sats that) {
    return new Sats(value - that.value);
  }

  /** The difference, or zero where {@code that} is more than this. */
  public Sats minusOrZero(Sats that) {
    return covers(that) ? minus(that) : ZERO;
  }

  public Sats times(int factor) {
    return new Sats(Math.multiplyExact(value, (long) factor));
  }

  /** This share of the amount, rounded down. */
  public Sats percent(int percent) {
    return new Sats(Math.multiplyExact(value, (long) percent) / 100);
  }

  public boolean covers(Sats price) {
    return value >= price.value;
  }

  public boolean isZero() {
    return value == 0;
  }

  public boolean isPositive() {
    return value > 0;
  }

  public static Sats min(Sats a, Sats b) {
    return a.value <= b.value ? a : b;
  }

  public static Sats max(Sats a, Sats b) {
    return a.value >= b.value ? a : b;
  }

  @Override
  public int compareTo(Sats that) {
    return Long.compare(value, that.value);
  }

  @Override
  public String toString() {
    return value + " sat";
  }
}
