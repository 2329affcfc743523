package org.bulbil.atlas.page;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bulbil.atlas.network.Purse;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.query.Index;
import org.bulbil.core.money.Sats;
import org.bulbil.tor.Fingerprint;

/** A snapshot, with what many pages need of it found once: orders and descent. */
final class Board {

  private record Order(Sort sort, Direction direction) {}

  private final Index index;
  private final Snapshot snapshot;
  private final Map<String, List<Relay>> children;
  private final Map<Order, List<Relay>> ordered = new ConcurrentHashMap<>();

  private final Map<Filter, Long> counts = new ConcurrentHashMap<>();

  Board(Index index) {
    this.index = index;
    this.snapshot = index.snapshot();
    this.children =
        snapshot.relays().stream()
            .filter(relay -> parent(relay).isPresent())
            .collect(groupingBy(relay -> parent(relay).orElseThrow()));
  }

  Index index() {
    return index;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** All relays in that order; sorted once. */
  List<Relay> ordered(Sort sort, Direction direction) {
    return ordered.computeIfAbsent(
        new Order(sort, direction),
        _ -> snapshot.relays().stream().sorted(sort.comparator(this, direction)).toList());
  }

  /** The fingerprint of the relay that it says it descends from. */
  static Optional<String> parent(Relay relay) {
    return relay.heritage().flatMap(heritage -> heritage.lineage().parent());
  }

  List<Relay> children(Fingerprint relay) {
    return children.getOrDefault(relay.value(), List.of());
  }

  /** How many a filter lets through; counted once. */
  long count(Filter filter) {
    return counts.computeIfAbsent(
        filter, _ -> snapshot.relays().stream().filter(filter::admits).count());
  }

  List<Relay> ours() {
    return snapshot.relays().stream().filter(Filter.OURS::admits).toList();
  }

  /** Confirmed coins on all its addresses; empty where the chain was asked for none of them. */
  Optional<Sats> balance(Relay relay) {
    return relay.addresses().stream()
        .map(snapshot::purse)
        .flatMap(Optional::stream)
        .map(Purse::confirmed)
        .reduce(Sats::plus);
  }

  /** Relays of a family by their fingerprints, those that are on the map. */
  List<Relay> relays(Collection<String> fingerprints) {
    return fingerprints.stream()
        .filter(text -> text.matches("[0-9A-F]{40}"))
        .map(text -> snapshot.relay(new Fingerprint(text)))
        .flatMap(Optional::stream)
        .toList();
  }
}
