package org.bulbil.sandbox.witness;

import java.util.List;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/**
 * A payment of all the coins of a relay to one address.
 *
 * @param coins each of P2WPKH
 */
record Sweep(List<Sats> coins, FeeRate rate) {

  /** Virtual bytes of a transaction without inputs, with one output to anybody. */
  private static final int BODY = 54;

  /** Virtual bytes of an input, rounded up from 67.75. */
  private static final int INPUT = 68;

  Sats value() {
    return Sats.sum(coins);
  }

  Sats fee() {
    return rate.feeFor(BODY + (long) INPUT * coins.size());
  }

  /** What the payee gets. */
  Sats payable() {
    return value().minusOrZero(fee());
  }
}
