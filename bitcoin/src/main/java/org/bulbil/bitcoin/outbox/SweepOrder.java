package org.bulbil.bitcoin.outbox;

import org.bulbil.bitcoin.Address;
import org.bulbil.core.money.FeeRate;

/**
 * A wish to send everything that is worth its fee, once.
 *
 * @param reference as in {@link PaymentOrder}, such as {@code will:1}
 */
public record SweepOrder(String reference, Purpose purpose, Address address, FeeRate rate) {

  public SweepOrder {
    PaymentOrder.checkReference(reference);
  }
}
