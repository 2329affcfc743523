package org.bulbil.bitcoin.payment;

import java.time.Instant;

/**
 * Before when a transaction cannot be in a block (nLockTime).
 *
 * @param value 0 for none; below 500,000,000 the height of a block, else seconds since 1970, which
 *     the median of the last eleven blocks must have passed (BIP113): about an hour after that time
 */
public record LockTime(long value) {

  public static final LockTime NONE = new LockTime(0);

  private static final long LEAST_TIME = 500_000_000L;

  /** It has four bytes: until the year 2106. */
  private static final long MOST = 0xffff_ffffL;

  public LockTime {
    if (value < 0 || value > MOST) {
      throw new IllegalArgumentException("not a lock time: " + value);
    }
  }

  /** The first full second that is not before {@code time}. */
  public static LockTime at(Instant time) {
    long seconds = Math.ceilDiv(time.toEpochMilli(), 1000L);
    if (seconds < LEAST_TIME) {
      throw new IllegalArgumentException("a lock time before 1985 means a block: " + time);
    }
    return new LockTime(seconds);
  }
}
