package org.bulbil.sandbox.provider.till;

import org.bulbil.core.money.Sats;

/**
 * One transaction's payment to one address.
 *
 * @param txid 64 lowercase hexadecimal digits
 * @param amount all that it pays to the address
 * @param confirmations 0 while it is in the mempool only
 */
public record Receipt(String txid, Sats amount, int confirmations) {

  public Receipt {
    if (confirmations < 0) {
      throw new IllegalArgumentException("not a number of confirmations: " + confirmations);
    }
  }
}
