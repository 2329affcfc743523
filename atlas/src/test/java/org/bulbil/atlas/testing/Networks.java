package org.bulbil.atlas.testing;

import io.avaje.json.JsonReader;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bulbil.atlas.document.BridgeDetails;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.core.contact.Addresses;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.contact.Heritage;
import org.bulbil.tor.Fingerprint;

/** Snapshots made of details documents, without a store. */
public final class Networks {

  private static final JsonType<RelayDetails> RELAY = Jsonb.instance().type(RelayDetails.class);
  private static final JsonType<BridgeDetails> BRIDGE = Jsonb.instance().type(BridgeDetails.class);

  private Networks() {}

  /** The 10,568 relays of 2026-02-22, or a skipped test. */
  public static Snapshot real() throws IOException {
    return of(SharedData.bytes("onionoo/onionoo-details-nofamily-2026-02-22.json.gz"));
  }

  /** Of a details document. */
  public static Snapshot of(byte[] details) {
    var relays = new ArrayList<Relay>();
    var bridges = new ArrayList<BridgeDetails>();
    var published = new Instant[] {Instant.EPOCH, Instant.EPOCH};
    try (var json = Jsonb.instance().reader(details)) {
      json.beginObject();
      while (json.hasNextField()) {
        switch (json.nextField()) {
          case "relays_published" -> published[0] = Timestamp.read(json.readString()).orElseThrow();
          case "bridges_published" ->
              published[1] = Timestamp.read(json.readString()).orElseThrow();
          case "relays" -> all(json, RELAY).forEach(one -> relays.add(relay(one)));
          case "bridges" -> bridges.addAll(all(json, BRIDGE));
          default -> json.skipValue();
        }
      }
    }
    relays.sort(Comparator.comparing(Relay::fingerprint));
    bridges.sort(Comparator.comparing(BridgeDetails::hashedFingerprint));
    return new Snapshot(1, published[0], published[1], relays, bridges, Map.of(), List.of());
  }

  private static <T> List<T> all(JsonReader json, JsonType<T> type) {
    var all = new ArrayList<T>();
    json.beginArray();
    while (json.hasNextElement()) {
      all.add(type.fromJson(json));
    }
    json.endArray();
    return all;
  }

  /** As a store would read it. */
  public static Relay relay(RelayDetails details) {
    var contact = Objects.requireNonNullElse(details.contact(), "");
    return new Relay(
        new Fingerprint(details.fingerprint()),
        details,
        Addresses.in(contact).on(Chain.MAINNET),
        Heritage.find(contact),
        Optional.empty());
  }
}
