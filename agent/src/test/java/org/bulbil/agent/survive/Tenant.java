package org.bulbil.agent.survive;

import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.ServerOrder;

/** One relay as the provider's book has it. */
final class Tenant {

  private final World world;
  private final CreditToken token;
  private final Hostname hostname;
  private final LeaseId id;

  /** Somebody buys it a server for {@code days}. */
  Tenant(World world, Hostname hostname, int days) {
    this.world = world;
    this.hostname = hostname;
    token = world.office.mint().answer().orElseThrow();
    world.book.grant(token, World.PLAN.rentFor(days));
    var order = new ServerOrder(hostname, World.PLAN.slug(), "ewr", days, "");
    id = world.office.launch(token, order).answer().orElseThrow();
  }

  CreditToken token() {
    return token;
  }

  Hostname hostname() {
    return hostname;
  }

  LeaseId id() {
    return id;
  }

  Lease lease() {
    return world.office.lease(token, id).answer().orElseThrow();
  }

  Cents credit() {
    return world.office.credit(token).answer().orElseThrow();
  }

  boolean owns(CreditToken other) {
    return token.equals(other);
  }
}
