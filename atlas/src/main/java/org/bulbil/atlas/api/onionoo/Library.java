package org.bulbil.atlas.api.onionoo;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.bulbil.atlas.document.BridgeDetails;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.query.Index;

/** What is written once for each snapshot: the JSON of each relay and bridge. */
final class Library {

  private static final JsonType<RelayDetails> RELAY = Jsonb.instance().type(RelayDetails.class);
  private static final JsonType<BridgeDetails> BRIDGE = Jsonb.instance().type(BridgeDetails.class);
  private static final JsonType<List<String>> TEXTS = Jsonb.instance().type(String.class).list();

  private final Index index;
  private final Instant loaded;
  private final FieldNames names;
  private final List<Fragment> relays;
  private final List<Fragment> bridges;
  private final List<byte[]> relaySummaries;
  private final List<byte[]> bridgeSummaries;
  private final Packed packed;

  /**
   * Writes everything, in a second or two for the whole network.
   *
   * @param loaded when it came into force
   */
  Library(Index index, Instant loaded) {
    this.index = index;
    this.loaded = loaded;
    this.names = new FieldNames();
    this.relays = new ArrayList<>();
    this.bridges = new ArrayList<>();
    this.relaySummaries = new ArrayList<>();
    this.bridgeSummaries = new ArrayList<>();
    this.packed = new Packed();
    var cutter = new Cutter(names);
    for (var relay : index.snapshot().relays()) {
      relays.add(cutter.cut(RELAY.toJsonBytes(relay.details())));
      relaySummaries.add(bytes(summary(relay.details())));
    }
    for (var bridge : index.snapshot().bridges()) {
      bridges.add(cutter.cut(BRIDGE.toJsonBytes(bridge)));
      bridgeSummaries.add(bytes(summary(bridge)));
    }
  }

  private Library(Index index, Library same) {
    this.index = index;
    this.loaded = same.loaded;
    this.names = same.names;
    this.relays = same.relays;
    this.bridges = same.bridges;
    this.relaySummaries = same.relaySummaries;
    this.bridgeSummaries = same.bridgeSummaries;
    this.packed = same.packed;
  }

  /** The same of an index that has the same relays and bridges, so that the older one can go. */
  Library of(Index newer) {
    return new Library(newer, this);
  }

  Index index() {
    return index;
  }

  Instant loaded() {
    return loaded;
  }

  Fragment relay(int position) {
    return relays.get(position);
  }

  Fragment bridge(int position) {
    return bridges.get(position);
  }

  byte[] relaySummary(int position) {
    return relaySummaries.get(position);
  }

  byte[] bridgeSummary(int position) {
    return bridgeSummaries.get(position);
  }

  boolean[] wanted(Set<String> fields) {
    return names.wanted(fields);
  }

  /** A whole document, packed the first time that somebody asks for it. */
  byte[] packed(DocumentType type, Supplier<byte[]> make) {
    return packed.get(type, make);
  }

  private String summary(RelayDetails relay) {
    return "{\"n\":%s,\"f\":\"%s\",\"a\":%s,\"r\":%b}"
        .formatted(
            text(relay.nickname()),
            relay.fingerprint(),
            TEXTS.toJson(Index.addresses(relay)),
            relay.running());
  }

  private static String summary(BridgeDetails bridge) {
    return "{\"n\":%s,\"h\":\"%s\",\"r\":%b}"
        .formatted(text(bridge.nickname()), bridge.hashedFingerprint(), bridge.running());
  }

  private static String text(String text) {
    return TEXTS.toJson(List.of(text)).transform(list -> list.substring(1, list.length() - 1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
