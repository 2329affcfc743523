package org.bulbil.sandbox.world;

import java.nio.file.Path;
import java.time.Duration;
import org.bulbil.core.money.Rate;
import org.bulbil.core.time.Day;
import org.bulbil.sandbox.network.Loopback;
import org.bulbil.sandbox.network.NetworkSettings;

/**
 * What a sandbox is like.
 *
 * @param folder of its work; absolute, and short, since tor's control sockets lie in it
 * @param day how long a day of rent lasts
 * @param block time from a block to the next
 * @param price of a bitcoin at the provider and for donors
 * @param donors how many give; 0 for none
 * @param doors ports of the services
 * @param network how the Tor network runs
 * @param servers whose loopback addresses the provider's servers have
 * @param statusPort where every relay has its status page
 */
public record WorldSettings(
    Path folder,
    Day day,
    Duration block,
    Rate price,
    int donors,
    Doors doors,
    NetworkSettings network,
    Loopback servers,
    int statusPort) {

  public WorldSettings {
    if (donors < 0) {
      throw new IllegalArgumentException("there cannot be fewer than no donors: " + donors);
    }
  }
}
