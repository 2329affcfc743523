package org.bulbil.core.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bulbil.core.time.Day;

/**
 * One rented server.
 *
 * @param id the provider's secret name for it
 * @param hostname our unique name for it
 * @param plan slug of the plan
 * @param region slug of the region
 * @param address its public IPv4 address; empty while it is being built, and of a running server
 *     that has none, which can be no relay
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

  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  public Lease {
    Slugs.check("plan", plan);
    Slugs.check("region", region);
    address.ifPresent(Lease::checkAddress);
  }

  private static void checkAddress(String address) {
    if (!IPV4.matcher(address).matches()) {
      throw new IllegalArgumentException("not an IPv4 address: " + address);
    }
  }

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

  public Lease withExpiry(Instant later) {
    return new Lease(id, hostname, plan, region, address, later, state);
  }

  public Lease withState(State now) {
    return new Lease(id, hostname, plan, region, address, expiry, now);
  }
}
