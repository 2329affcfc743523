package org.bulbil.bitcoin.wallet;

import org.bulbil.bitcoin.TxId;
import org.bulbil.core.money.Sats;

/** An incoming payment that a server speaks of and that no block proves yet. Not money. */
public record Hope(TxId transaction, Sats amount) {}
