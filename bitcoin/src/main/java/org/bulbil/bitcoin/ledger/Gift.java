package org.bulbil.bitcoin.ledger;

import java.time.Instant;
import org.bulbil.bitcoin.TxId;
import org.bulbil.core.money.Sats;

/**
 * Money that somebody sent us, proven.
 *
 * @param amount all outputs to us of the transaction
 * @param time of its block, as the miner set it
 */
public record Gift(TxId transaction, Sats amount, int height, Instant time) {}
