package org.bulbil.hosting;

import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Slugs;
import org.bulbil.hosting.bootstrap.FirstBoot;

/**
 * One server to buy.
 *
 * @param hostname unique: an order whose answer was lost is found again by it
 * @param plan slug of the plan
 * @param region slug of the region
 * @param days of the first lease, at least 1
 * @param boot what the server runs first, and whom it lets in
 */
public record ServerOrder(Hostname hostname, String plan, String region, int days, FirstBoot boot) {

  public ServerOrder {
    Slugs.check("plan", plan);
    Slugs.check("region", region);
    if (days < 1) {
      throw new IllegalArgumentException("a server must be ordered for a day at least: " + days);
    }
  }

  /** Of a server that lets nobody in. */
  public ServerOrder(Hostname hostname, String plan, String region, int days, String script) {
    this(hostname, plan, region, days, new FirstBoot(script));
  }

  /** Without the user data, which holds the child's credit token. */
  @Override
  public String toString() {
    return "%s: %d days of %s in %s".formatted(hostname, days, plan, region);
  }
}
