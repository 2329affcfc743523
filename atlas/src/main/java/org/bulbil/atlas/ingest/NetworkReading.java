package org.bulbil.atlas.ingest;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.atlas.document.BridgeDetails;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.atlas.store.Update;

/**
 * The network as several documents of details and summaries tell it together. Of a relay that is in
 * several, the one that was read last counts.
 */
final class NetworkReading {

  private final Told<RelayDetails> relays = new Told<>();
  private final Told<BridgeDetails> bridges = new Told<>();

  /** What all documents tell of relays, or of bridges. */
  private static final class Told<T> {

    /**
     * How much one document told.
     *
     * @param count of relays, or of bridges
     */
    private record Share(Instant published, int count) {}

    private final Map<String, T> known = new HashMap<>();
    private final List<Share> shares = new ArrayList<>();

    void add(Instant published, Map<String, T> told) {
      known.putAll(told);
      shares.add(new Share(published, told.size()));
    }

    /**
     * Of what moment it is: of the newest document that tells at least half as much as the largest.
     * An excerpt of some relays, newer than the whole, does not make the whole newer.
     */
    Instant published() {
      int largest = shares.stream().mapToInt(Share::count).max().orElse(0);
      return shares.stream()
          .filter(share -> share.count() * 2L >= largest)
          .map(Share::published)
          .max(Instant::compareTo)
          .orElse(Instant.EPOCH);
    }

    Collection<T> all() {
      return known.values();
    }

    boolean isEmpty() {
      return known.isEmpty();
    }
  }

  /**
   * Adds what a document tells, or nothing of it.
   *
   * @throws BadDocument where it breaks a rule as a whole
   */
  void add(Document document, Tally.Skipped skipped) throws IOException {
    var reading = new Reading(document, skipped);
    document.read(reading);
    relays.add(reading.relaysPublished, reading.relays);
    bridges.add(reading.bridgesPublished, reading.bridges);
  }

  /**
   * Writes it all; a list that is empty in all documents is not told, and changes nothing. An empty
   * network is not believed.
   */
  void write(Update update, Tally tally) {
    if (!relays.isEmpty()) {
      update.relays(relays.published(), relays.all());
    }
    if (!relays.isEmpty() || !bridges.isEmpty()) {
      var published = bridges.isEmpty() ? relays.published() : bridges.published();
      update.bridges(published, bridges.all());
    }
    tally.count("relays", relays.all().size());
    tally.count("bridges", bridges.all().size());
  }

  /** Of what moment the relays are, or the bridges where there are none; empty for nothing. */
  Optional<Instant> published() {
    var told = relays.isEmpty() ? bridges : relays;
    return told.isEmpty() ? Optional.empty() : Optional.of(told.published());
  }

  /** One document. */
  private static final class Reading extends NodeListener {

    private final Kind kind;
    private final NodeReader reader = new NodeReader();
    private final Map<String, RelayDetails> relays = new HashMap<>();
    private final Map<String, BridgeDetails> bridges = new HashMap<>();
    private Instant relaysPublished;
    private Instant bridgesPublished;

    Reading(Document document, Tally.Skipped skipped) {
      super(skipped);
      this.kind = document.kind();
      this.relaysPublished = document.head().published();
      this.bridgesPublished = document.head().published();
    }

    @Override
    public void field(String name, String value) throws BadDocument {
      if (name.equals("relays_published")) {
        relaysPublished = Head.moment(name, value);
      } else if (name.equals("bridges_published")) {
        bridgesPublished = Head.moment(name, value);
      }
    }

    @Override
    void take(Pieces.Group group, byte[] json) {
      switch (group) {
        case RELAYS -> {
          var relay = relay(json);
          relays.put(relay.fingerprint(), relay);
        }
        case BRIDGES -> {
          var bridge = bridge(json);
          bridges.put(bridge.hashedFingerprint(), bridge);
        }
      }
    }

    private RelayDetails relay(byte[] json) {
      return kind == Kind.SUMMARY
          ? reader.summaryRelay(json, Timestamp.text(relaysPublished))
          : reader.relay(json);
    }

    private BridgeDetails bridge(byte[] json) {
      return kind == Kind.SUMMARY
          ? reader.summaryBridge(json, Timestamp.text(bridgesPublished))
          : reader.bridge(json);
    }
  }
}
