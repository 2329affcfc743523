package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.TxId;

/** The input that spends a coin. */
public record Spender(TxId transaction, int input) {}
