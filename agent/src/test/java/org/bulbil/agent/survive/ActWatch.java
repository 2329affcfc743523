package org.bulbil.agent.survive;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.core.lease.Lease;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.ServerOrder;

/**
 * Holds that no act at the provider is repeated blindly: whoever sends one knows what became of the
 * one before. It looks at what the agent sends, and compares it with the book. A relay that was
 * ordered to shut down buys no more.
 */
final class ActWatch {

  private final World world;
  private final Tenant tenant;
  private Instant expiryRead;
  private Instant expiryTold;
  private Instant expiryKept;

  ActWatch(World world, Tenant tenant) {
    this.world = world;
    this.tenant = tenant;
    this.expiryRead = tenant.lease().expiry();
    this.expiryTold = expiryRead;
    this.expiryKept = expiryRead;
  }

  /** The end of the lease as the agent knows it: by the newest that it was told of it. */
  Instant expiryTold() {
    return expiryTold;
  }

  /**
   * A heartbeat has ended.
   *
   * @param couldKeep whether the agent lived through it and the disk took every write; else it may
   *     have forgotten what it was told in it
   */
  void beatEnded(boolean couldKeep) {
    expiryKept = couldKeep ? expiryTold : expiryKept;
    expiryTold = expiryKept;
  }

  /** The agent was shown its lease. */
  void shown(Lease lease) {
    if (lease.id().equals(tenant.id())) {
      expiryRead = lease.expiry();
      expiryTold = expiryRead;
    }
  }

  /** The agent is about to ask for a bill. */
  void billing() {
    checkObedience("a bill");
  }

  private void checkObedience(String wanted) {
    if (world.launcher.isObeyed()) {
      throw new Violation("who shuts down buys no more", wanted);
    }
  }

  /** The agent is about to extend its lease. */
  void toppingUp() {
    checkObedience("more days");
    var expiry = tenant.lease().expiry();
    if (!expiry.equals(expiryRead)) {
      throw new Violation(
          "no top-up is repeated blindly",
          "the lease ends at %s already, and the agent was last shown %s"
              .formatted(expiry, expiryRead));
    }
  }

  /** The agent was told that its lease is extended. */
  void toppedUp(int days) {
    expiryTold = expiryTold.plus(Duration.ofDays(days));
  }

  /** The agent is about to buy a server. */
  void launching(CreditToken token, ServerOrder order) {
    checkObedience("a child");
    boolean exists =
        world.book.orders(token).stream().anyMatch(o -> o.hostname().equals(order.hostname()));
    if (exists) {
      throw new Violation(
          "no birth launches twice", "%s was bought before, and is ordered again".formatted(order));
    }
  }
}
