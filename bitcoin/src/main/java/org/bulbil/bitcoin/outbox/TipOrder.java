package org.bulbil.bitcoin.outbox;

import org.bulbil.bitcoin.Payouts;
import org.bulbil.bitcoin.ScriptType;
import org.bulbil.bitcoin.payment.FeePolicy;

/**
 * A wish to pay exact amounts to many at once, once.
 *
 * @param reference as in {@link PaymentOrder}, such as {@code tip:8f3a…}
 */
public record TipOrder(String reference, Payouts payouts, FeePolicy fees) {

  /** Leaves room for 500 inputs below the 100,000 vB that nodes relay: 2,100 P2WPKH outputs. */
  public static final long OUTPUT_VBYTES_MAX = 65_500;

  public TipOrder {
    PaymentOrder.checkReference(reference);
    long vbytes = payouts.types().stream().mapToLong(ScriptType::outputVbytes).sum();
    if (vbytes > OUTPUT_VBYTES_MAX) {
      throw new IllegalArgumentException(
          "%d outputs have %,d vB, and a wallet's payment takes %,d at most; tip fewer at once"
              .formatted(payouts.all().size(), vbytes, OUTPUT_VBYTES_MAX));
    }
  }
}
