package org.bulbil.bitcoin.ledger;

import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.core.money.Sats;

/** An output that our keys can spend. */
public record Coin(OutPoint point, Sats value, Branch branch) {}
