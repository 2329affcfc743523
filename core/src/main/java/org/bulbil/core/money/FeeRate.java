package org.bulbil.core.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The price of room in a block, in satoshis per 1,000 virtual bytes: fine enough for the 0.1 sat/vB
 * that nodes relay today.
 *
 * @param satPerKvb satoshis per 1,000 vB, 1 to 10,000,000 (10,000 sat/vB)
 */
public record FeeRate(long satPerKvb) implements Comparable<FeeRate> {

  /** 10,000 sat/vB: several times the worst hour in Bitcoin's history. */
  private static final long HIGHEST = 10_000_000;

  private static final BigDecimal LEAST = BigDecimal.valueOf(1, 3);

  /** The lowest rate that Bitcoin Core 30 relays by default: 0.1 sat/vB. */
  public static final FeeRate RELAY_FLOOR = new FeeRate(100);

  /** The highest that there is. */
  public static final FeeRate MAX = new FeeRate(HIGHEST);

  public FeeRate {
    if (satPerKvb < 1 || satPerKvb > HIGHEST) {
      throw new IllegalArgumentException("not a fee rate in sat/kvB: " + satPerKvb);
    }
  }

  public static FeeRate ofSatPerVb(long satPerVb) {
    return new FeeRate(Math.multiplyExact(satPerVb, 1000L));
  }

  /**
   * As chain servers give it, rounded up; {@link IllegalArgumentException} outside the range. The
   * range is checked first, since rounding {@code 1e999999999} would never end.
   */
  public static FeeRate ofSatPerVb(BigDecimal satPerVb) {
    if (satPerVb.signum() <= 0 || satPerVb.compareTo(BigDecimal.valueOf(HIGHEST, 3)) > 0) {
      throw new IllegalArgumentException("not a fee rate in sat/vB: " + satPerVb);
    }
    return satPerVb.compareTo(LEAST) <= 0
        ? new FeeRate(1)
        : new FeeRate(satPerVb.movePointRight(3).setScale(0, RoundingMode.CEILING).longValue());
  }

  /** The rate that {@code fee} is for {@code vbytes}, rounded down and kept in range. */
  public static FeeRate of(Sats fee, long vbytes) {
    return capped(Math.multiplyExact(fee.value(), 1000L) / vbytes);
  }

  /** The nearest rate in range to so many satoshis per 1,000 vB. */
  public static FeeRate capped(long satPerKvb) {
    return new FeeRate(Math.clamp(satPerKvb, 1L, HIGHEST));
  }

  /** The fee for {@code vbytes} of transaction, rounded up. */
  public Sats feeFor(long vbytes) {
    return new Sats(Math.ceilDiv(Math.multiplyExact(satPerKvb, vbytes), 1000L));
  }

  public FeeRate plus(FeeRate that) {
    return new FeeRate(satPerKvb + that.satPerKvb);
  }

  public static FeeRate min(FeeRate a, FeeRate b) {
    return a.satPerKvb <= b.satPerKvb ? a : b;
  }

  public static FeeRate max(FeeRate a, FeeRate b) {
    return a.satPerKvb >= b.satPerKvb ? a : b;
  }

  @Override
  public int compareTo(FeeRate that) {
    return Long.compare(satPerKvb, that.satPerKvb);
  }

  /** As in {@code 2.5 sat/vB}. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(satPerKvb, 3).stripTrailingZeros().toPlainString() + " sat/vB";
  }
}
