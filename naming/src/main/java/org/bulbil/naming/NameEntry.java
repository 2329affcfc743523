package org.bulbil.naming;

import java.time.Duration;

/**
 * The name that is kept.
 *
 * @param name of the site
 * @param zone of the nameserver that it is in; the name itself where that is a zone
 * @param ttl for how long others may remember an address, 1 second to a day: so long a dead server
 *     is asked for after its address was removed
 */
public record NameEntry(DomainName name, DomainName zone, Duration ttl) {

  /** Short, since servers come and go; public resolvers keep to a minute. */
  public static final Duration USUAL_TTL = Duration.ofMinutes(1);

  private static final Duration TTL_MIN = Duration.ofSeconds(1);
  private static final Duration TTL_MAX = Duration.ofDays(1);

  public NameEntry {
    if (ttl.compareTo(TTL_MIN) < 0 || ttl.compareTo(TTL_MAX) > 0) {
      throw new IllegalArgumentException(
          "addresses are remembered for 1 s to a day, not for " + ttl.toSeconds() + " s");
    }
  }
}
