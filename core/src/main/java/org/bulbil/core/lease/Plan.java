package org.bulbil.core.lease;

import org.bulbil.core.money.Cents;

/**
 * A size of server that a provider offers.
 *
 * @param slug the provider's name for it
 * @param rent price of one day
 * @param cores virtual processors
 * @param memoryMb RAM in megabytes
 * @param diskGb disk in gigabytes
 * @param trafficTb traffic included in 30 days, in terabytes; 0 where the provider counts none
 * @param ipv4 whether it has a public IPv4 address, without which a relay cannot be one
 */
public record Plan(
    String slug, Cents rent, int cores, int memoryMb, int diskGb, double trafficTb, boolean ipv4) {

  public Plan {
    Slugs.check("plan", slug);
    if (rent.isZero()) {
      throw new IllegalArgumentException("plan " + slug + " costs nothing a day");
    }
    if (cores < 1 || memoryMb < 1 || diskGb < 0) {
      throw new IllegalArgumentException("plan " + slug + " is not the size of a server");
    }
    if (!Double.isFinite(trafficTb) || trafficTb < 0) {
      throw new IllegalArgumentException("plan " + slug + " has no such traffic: " + trafficTb);
    }
  }

  /** What {@code days} of this plan cost. */
  public Cents rentFor(int days) {
    return rent.times(days);
  }
}
