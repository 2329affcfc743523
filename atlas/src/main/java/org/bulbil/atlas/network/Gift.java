package org.bulbil.atlas.network;

import java.time.Instant;
import java.util.OptionalInt;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.money.Sats;

/**
 * One payment to a published address.
 *
 * @param txid 64 hexadecimal digits
 * @param height of its block; empty while it has none
 * @param when its block's time, or when it was first seen
 */
public record Gift(
    BitcoinAddress address, String txid, Sats amount, OptionalInt height, Instant when) {}
