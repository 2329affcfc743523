package org.bulbil.bitcoin;

import org.bulbil.core.money.Sats;

/**
 * One output of a payment.
 *
 * @param amount what the payee gets, above the dust limit of its address
 */
public record Payout(Address address, Sats amount) {

  public Payout {
    var least = address.type().dustLimit();
    if (!amount.covers(least)) {
      throw new IllegalArgumentException(
          "%s to %s is dust: nodes do not relay less than %s to a %s address"
              .formatted(amount, address, least, address.type()));
    }
  }
}
