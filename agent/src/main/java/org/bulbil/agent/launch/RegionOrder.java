package org.bulbil.agent.launch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bulbil.core.lease.Region;

/**
 * Puts regions into an order in which each next one is far from those before, so that a launch that
 * stops early, or takes only a few, is spread over the world. A turn takes a region of each
 * continent, beginning with those that have the fewest Tor relays.
 */
public final class RegionOrder {

  /** From the one with the fewest relays to the one with the most (Tor Metrics, 2026). */
  enum Continent {
    AFRICA("jnb"),
    SOUTH_AMERICA("sao scl gru"),
    OCEANIA("syd mel"),
    ASIA("nrt itm icn sgp blr bom del tlv hkg"),
    NORTH_AMERICA("ewr ord dfw sea lax atl sjc mia hnl mex yto tor nyc sfo ric quebec"),
    EUROPE("ams lhr lon fra cdg waw mad sto man dublin london"),
    ELSEWHERE("");

    private final String slugs;

    Continent(String slugs) {
      this.slugs = slugs;
    }

    /** By the airport's letters, which Vultr uses bare and DigitalOcean with a number. */
    static Continent of(Region region) {
      var bare = region.slug().toLowerCase(Locale.ROOT).replaceAll("[0-9]+$", "");
      for (var continent : values()) {
        if (List.of(continent.slugs.split(" ")).contains(bare)) {
          return continent;
        }
      }
      return ELSEWHERE;
    }
  }

  private RegionOrder() {}

  /** All of {@code regions}; within a continent as the provider has them. */
  public static List<Region> diverse(List<Region> regions) {
    Map<Continent, Deque<Region>> waiting = new EnumMap<>(Continent.class);
    for (var region : regions) {
      waiting.computeIfAbsent(Continent.of(region), _ -> new ArrayDeque<>()).add(region);
    }
    var order = new ArrayList<Region>();
    while (order.size() < regions.size()) {
      waiting.values().stream().filter(rest -> !rest.isEmpty()).forEach(r -> order.add(r.remove()));
    }
    return order;
  }
}
