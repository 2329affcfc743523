package org.bulbil.sandbox.world;

import java.util.Optional;
import org.bulbil.sandbox.network.NetworkSettings;

/**
 * What a sandbox is like.
 *
 * @param market where relays live and pay
 * @param network how the Tor network runs
 * @param donors how many give; 0 for none
 * @param statusPort where every relay has its status page
 * @param site that has a name here; empty where there are only relays
 */
public record WorldSettings(
    MarketSettings market,
    NetworkSettings network,
    int donors,
    int statusPort,
    Optional<SiteTerms> site) {

  /** One without a site. */
  public WorldSettings(MarketSettings market, NetworkSettings network, int donors, int statusPort) {
    this(market, network, donors, statusPort, Optional.empty());
  }

  public WorldSettings {
    if (donors < 0) {
      throw new IllegalArgumentException("there cannot be fewer than no donors: " + donors);
    }
  }
}
