package org.bulbil.evolve.world;

import org.bulbil.core.lease.Region;
import org.bulbil.core.lease.Slugs;

/**
 * Where relays can live.
 *
 * @param region the gene by which it is inherited
 * @param provider whoever can ban relays there in one day: a company, or an autonomous system
 * @param performance of a relay there, as a multiple of the usual
 */
public record Place(Region region, String provider, double performance) {

  public Place {
    Slugs.check("provider", provider);
    Bounds.positive("place.performance", performance);
  }

  /** A place like any other. */
  public static Place of(String region, String provider) {
    return new Place(new Region(region, region), provider, 1);
  }
}
