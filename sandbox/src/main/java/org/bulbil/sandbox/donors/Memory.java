package org.bulbil.sandbox.donors;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.bulbil.core.time.Day;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.directory.Listing;
import org.bulbil.tor.Fingerprint;

/** What donors have read in the directory so far. One thread. */
final class Memory {

  /** Relays remembered; the oldest are forgotten first. */
  private static final int RELAYS_MAX = 10_000;

  private record Seen(Address wallet, Instant first) {}

  private final Day day;
  private final SequencedMap<Fingerprint, Seen> seen = new LinkedHashMap<>();
  private List<Listing> today = List.of();

  Memory(Day day) {
    this.day = day;
  }

  /** Takes in what the directory says {@code now}. */
  void read(List<Listing> directory, Instant now) {
    today = directory.stream().filter(Listing::isRunning).toList();
    today.forEach(relay -> seen.putIfAbsent(relay.fingerprint(), new Seen(relay.wallet(), now)));
    while (seen.size() > RELAYS_MAX) {
      seen.pollFirstEntry();
    }
  }

  List<Recipient> living(Instant now) {
    return today.stream()
        .map(relay -> new Recipient(relay.wallet(), relay.weight(), age(relay, now)))
        .toList();
  }

  private double age(Listing relay, Instant now) {
    var known = seen.get(relay.fingerprint());
    return known == null ? 0 : Math.max(0, day.between(known.first(), now));
  }

  /** Wallets of relays that have left the directory, in the order of their coming. */
  List<Address> gone() {
    var living = today.stream().map(Listing::fingerprint).collect(Collectors.toSet());
    return seen.entrySet().stream()
        .filter(entry -> !living.contains(entry.getKey()))
        .map(entry -> entry.getValue().wallet())
        .toList();
  }
}
