package org.bulbil.atlas.network;

import java.time.Instant;
import org.bulbil.core.money.Sats;

/**
 * What the chain says of an address, without anybody's key.
 *
 * @param confirmed unspent, in blocks
 * @param unconfirmed on the way to it, not in a block
 * @param received ever, in blocks, change to itself not counted
 * @param asked when
 */
public record Purse(Sats confirmed, Sats unconfirmed, Sats received, Instant asked) {}
