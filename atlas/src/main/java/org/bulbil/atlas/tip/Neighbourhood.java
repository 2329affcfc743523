package org.bulbil.atlas.tip;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;

/** A whole network, as what one relay is to it: how large, how rare, whose relative. */
final class Neighbourhood {

  /** Its first two numbers: what one landlord is likely to have handed out. */
  private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3}\\.[0-9]{1,3})\\.[0-9.]+:[0-9]+");

  private final Map<String, Long> bySystem = new HashMap<>();
  private final Kinship kinship;
  private final boolean hasProbabilities;
  private long all;

  Neighbourhood(Snapshot snapshot) {
    kinship = new Kinship(snapshot.relays());
    hasProbabilities =
        snapshot.relays().stream().anyMatch(relay -> relay.details().guardProbability() != null);
    snapshot.relays().stream().filter(relay -> relay.details().running()).forEach(this::count);
  }

  private void count(Relay relay) {
    all += relay.details().consensusWeight();
    system(relay).ifPresent(as -> bySystem.merge(as, relay.details().consensusWeight(), Long::sum));
  }

  /** Whether the network says how likely clients choose relays, or only their weights. */
  boolean hasProbabilities() {
    return hasProbabilities;
  }

  /** The relay's part of all weights. */
  double fraction(Relay relay) {
    return all == 0 ? 0 : (double) relay.details().consensusWeight() / all;
  }

  /** The part of all weights that so many kilobytes a second are; a weight is one by definition. */
  double fraction(double kilobytesPerSecond) {
    return all == 0 ? 1 : kilobytesPerSecond / all;
  }

  /** How much its autonomous system carries, where the mean of all of them carries 1. */
  OptionalDouble rarity(Relay relay) {
    long carried = system(relay).map(as -> bySystem.getOrDefault(as, 0L)).orElse(0L);
    double mean = (double) bySystem.values().stream().mapToLong(Long::longValue).sum();
    return carried == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(carried / (mean / bySystem.size()));
  }

  /** Whom it shares a limit with. */
  Set<String> groups(Relay relay) {
    var groups = new HashSet<String>();
    kinship.family(relay).ifPresent(name -> groups.add("family:" + name));
    network(relay).ifPresent(name -> groups.add("net:" + name));
    system(relay).ifPresent(name -> groups.add("as:" + name));
    return groups;
  }

  private static Optional<String> network(Relay relay) {
    return relay.details().orAddresses().stream()
        .map(IPV4::matcher)
        .filter(Matcher::matches)
        .map(address -> address.group(1) + ".0.0/16")
        .findFirst();
  }

  private static Optional<String> system(Relay relay) {
    return Optional.ofNullable(relay.details().as());
  }
}
