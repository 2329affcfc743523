package org.bulbil.sandbox.world;

import java.nio.file.Path;
import java.time.Duration;
import org.bulbil.core.money.Rate;
import org.bulbil.core.time.Day;
import org.bulbil.sandbox.network.Loopback;

/**
 * What a market is like.
 *
 * @param folder of its work; absolute, and short, since control sockets of the servers' tors lie in
 *     it
 * @param day how long a day of rent lasts
 * @param block time from a block to the next
 * @param price of a bitcoin, at the provider and for donors
 * @param doors ports of the services
 * @param bundles where servers unpack the programs that they fetch, once for all of them
 * @param servers whose loopback addresses the provider's servers have
 */
public record MarketSettings(
    Path folder,
    Day day,
    Duration block,
    Rate price,
    Doors doors,
    Path bundles,
    Loopback servers) {}
