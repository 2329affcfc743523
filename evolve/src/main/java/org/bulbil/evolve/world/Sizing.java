package org.bulbil.evolve.world;

import org.bulbil.core.money.FeeRate;

/** Sizes of payments in virtual bytes, as production's purse takes them, and what they cost. */
final class Sizing {

  /** A P2WPKH input, rounded up from 67.75. */
  static final int INPUT = 68;

  /** A transaction without inputs, with one output to anybody. */
  static final int BODY = 11 + 43;

  /** The change, P2WPKH. */
  static final int CHANGE = 31;

  /** The least change that nodes relay. */
  static final long CHANGE_DUST = 294;

  private Sizing() {}

  /** Satoshis for so many virtual bytes, rounded up. */
  static long fee(FeeRate rate, long vbytes) {
    return Math.ceilDiv(rate.satPerKvb() * vbytes, 1000L);
  }

  /** The fee of a payment without change. */
  static long payment(FeeRate rate, int inputs) {
    return fee(rate, BODY + (long) INPUT * inputs);
  }

  /** The least rest that is worth being change, with what making it costs. */
  static long leastChange(FeeRate rate) {
    return Math.max(CHANGE_DUST, fee(rate, INPUT)) + fee(rate, CHANGE);
  }
}
