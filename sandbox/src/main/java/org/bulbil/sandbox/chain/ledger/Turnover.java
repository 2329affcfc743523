package org.bulbil.sandbox.chain.ledger;

import org.bulbil.core.money.Sats;

/**
 * What a script has seen.
 *
 * @param fundedCount outputs paid to it
 * @param funded their sum
 * @param spentCount how many of them have been spent
 * @param spent their sum
 * @param transactions that touched it either way
 */
public record Turnover(int fundedCount, Sats funded, int spentCount, Sats spent, int transactions) {

  static final Turnover NONE = new Turnover(0, Sats.ZERO, 0, Sats.ZERO, 0);
}
