package org.bulbil.evolve.replay;

import org.bulbil.core.money.FeeRate;

/** Virtual bytes of transactions between P2WPKH addresses, and what they cost. */
final class Size {

  /** An input: 67.75, rounded up. */
  static final long INPUT = 68;

  static final long OUTPUT = 31;

  /** What every transaction has besides: 10.5, rounded up. */
  static final long OVERHEAD = 11;

  /** Nodes relay no smaller P2WPKH output, in satoshis. */
  static final long DUST = 294;

  /** More inputs make a transaction that some nodes find too large. */
  static final int INPUTS_MAX = 500;

  private Size() {}

  /** Satoshis that a transaction of {@code inputs} and {@code outputs} costs. */
  static long fee(FeeRate rate, long inputs, long outputs) {
    return satoshis(rate, OVERHEAD + INPUT * inputs + OUTPUT * outputs);
  }

  /** Satoshis that the input of one coin costs. */
  static long inputFee(FeeRate rate) {
    return satoshis(rate, INPUT);
  }

  /** Satoshis that the output for change costs. */
  static long changeFee(FeeRate rate) {
    return satoshis(rate, OUTPUT);
  }

  /** The least change worth making: relayed, and worth its own input at this rate. */
  static long leastChange(FeeRate rate) {
    return Math.max(DUST, inputFee(rate));
  }

  /** As {@link FeeRate#feeFor}, without an object. */
  private static long satoshis(FeeRate rate, long vbytes) {
    return Math.ceilDiv(rate.satPerKvb() * vbytes, 1000L);
  }
}
