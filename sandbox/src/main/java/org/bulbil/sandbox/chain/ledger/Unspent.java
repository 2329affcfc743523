package org.bulbil.sandbox.chain.ledger;

import org.bulbil.sandbox.chain.rules.Coin;

/** A coin that neither a block nor the mempool spends, and where it comes from. */
public record Unspent(Coin coin, Place place) {

  public boolean isConfirmed() {
    return place instanceof Place.Confirmed;
  }
}
