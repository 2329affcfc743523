package org.bulbil.bitcoin.outbox;

import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.payment.FeePolicy;
import org.bulbil.core.money.Sats;

/**
 * A wish to pay an exact amount once.
 *
 * @param reference names the payment for ever, such as {@code invoice:8f3a…}: one reference is paid
 *     at most once
 * @param amount what the payee gets; the fee comes on top
 */
public record PaymentOrder(
    String reference, Purpose purpose, Address address, Sats amount, FeePolicy fees) {

  public PaymentOrder {
    checkReference(reference);
    if (!amount.covers(address.type().dustLimit())) {
      throw new IllegalArgumentException(
          amount
              + " is dust: nodes do not relay less than "
              + address.type().dustLimit()
              + " to a "
              + address.type()
              + " address");
    }
  }

  static void checkReference(String reference) {
    if (reference.isBlank() || reference.length() > 200) {
      throw new IllegalArgumentException("a payment's reference has 1 to 200 characters");
    }
  }
}
