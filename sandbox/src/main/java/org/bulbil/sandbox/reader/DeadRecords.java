package org.bulbil.sandbox.reader;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Addresses that a name has and nobody answers at: since when, and whether that was for longer than
 * a time to live. Each such time counts once.
 */
final class DeadRecords {

  private final Duration ttl;
  private final Map<InetAddress, Instant> silentSince = new HashMap<>();
  private final Set<InetAddress> counted = new HashSet<>();
  private long tooLong;
  private Duration longest = Duration.ZERO;

  DeadRecords(Duration ttl) {
    this.ttl = ttl;
  }

  /** What was seen at {@code now}: all addresses of the name, and those that answered. */
  void see(Instant now, Set<InetAddress> records, Set<InetAddress> answering) {
    silentSince.keySet().removeIf(one -> !records.contains(one) || answering.contains(one));
    counted.retainAll(silentSince.keySet());
    for (var address : records) {
      if (!answering.contains(address)) {
        silent(now, address);
      }
    }
    counted.retainAll(silentSince.keySet());
  }

  private void silent(Instant now, InetAddress address) {
    var length = Duration.between(silentSince.computeIfAbsent(address, _ -> now), now);
    if (length.compareTo(longest) > 0) {
      longest = length;
    }
    if (length.compareTo(ttl) > 0 && counted.add(address)) {
      tooLong++;
    }
  }

  /** Times that an address stood there silent for longer than a time to live. */
  long tooLong() {
    return tooLong;
  }

  /** The longest that one stood there silent. */
  Duration longest() {
    return longest;
  }
}
