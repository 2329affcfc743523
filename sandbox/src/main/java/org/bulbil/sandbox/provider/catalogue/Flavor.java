package org.bulbil.sandbox.provider.catalogue;

import org.bulbil.core.money.Cents;

/**
 * A size of server.
 *
 * @param slug its name in requests
 * @param backend who runs it
 * @param rent price of one day, at least a cent
 * @param cores virtual processors
 * @param memoryMb RAM in megabytes
 * @param diskGb disk in gigabytes
 * @param trafficTb traffic included in a month, in terabytes
 * @param network which addresses it gets
 */
public record Flavor(
    String slug,
    Backend backend,
    Cents rent,
    int cores,
    int memoryMb,
    int diskGb,
    double trafficTb,
    Network network) {

  /** Which public addresses a server of a flavor has. */
  public enum Network {
    IPV4,
    /** No use for a relay, which must be reachable by IPv4. */
    IPV6_ONLY
  }

  public Flavor {
    if (rent.isZero()) {
      throw new IllegalArgumentException("flavor " + slug + " costs nothing a day");
    }
  }
}
