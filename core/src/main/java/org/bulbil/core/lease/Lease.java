package org.bulbil.core.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bulbil.core.time.Day;

/**
 * One rented server.
 *
 * @param id the provider's secret name for it
 * @param hostname our unique name for it
 * @param plan slug of the plan
 * @param region slug of the region
 * @param address its public IPv4 address; empty while it is being built
 * @param expiry when it is deleted unless it is renewed
 * @param state what the provider says it is doing
 */
public record Lease(
    LeaseId id,
    Hostname hostname,
    String plan,
    String region,
    Optional<String> address,
    Instant expiry,
    State state) {

  /** What a server is doing, by its provider's word. */
  public enum State {
    BUILDING,
    RUNNING,
    STOPPED,
    /** Powered off by the provider for want of credit; it must be started again by request. */
    SUSPENDED,
    DELETED
  }

  /** Time until expiry; zero where that has passed. */
  public Duration left(Instant now) {
    var left = Duration.between(now, expiry);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Days of rent until expiry; zero where that has passed. */
  public double daysLeft(Instant now, Day day) {
    return Math.max(0, day.between(now, expiry));
  }

  public boolean isLive() {
    return state != State.DELETED;
  }
}
