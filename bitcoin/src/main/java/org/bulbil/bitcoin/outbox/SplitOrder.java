package org.bulbil.bitcoin.outbox;

import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/**
 * A wish to break coins into smaller ones of our own, once.
 *
 * @param reference as in {@link PaymentOrder}, such as {@code pieces:1}
 * @param piece what each is worth, above dust
 * @param count at least 2, at most {@value #COUNT_MAX}
 */
public record SplitOrder(String reference, Sats piece, int count, FeeRate rate) {

  /** So many outputs are 31 kB, which every node relays. */
  public static final int COUNT_MAX = 1_000;

  public SplitOrder {
    PaymentOrder.checkReference(reference);
    if (count < 2 || count > COUNT_MAX) {
      throw new IllegalArgumentException(
          "coins are broken into 2 to %d pieces, not %d".formatted(COUNT_MAX, count));
    }
  }
}
