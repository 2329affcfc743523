package org.bulbil.cli.atlas;

import io.avaje.jsonb.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;

/**
 * What {@code --once} has brought, for scripts.
 *
 * @param relays on the map now
 * @param bridges on the map now
 * @param addresses bitcoin addresses in their contact lines that are right, each once
 * @param relaysWithAddress how many relays have one
 * @param histories that were told this time
 * @param skipped relays and bridges of documents that were left out
 * @param refused documents and sources of which nothing was taken
 * @param bytes of documents, as they came
 * @param seconds that it took
 * @param relaysPublished of what moment the relays are
 * @param remarks sentences about what was left out
 */
@Json(naming = Json.Naming.LowerUnderscore)
record Summary(
    int relays,
    int bridges,
    long addresses,
    long relaysWithAddress,
    long histories,
    long skipped,
    long refused,
    long bytes,
    double seconds,
    String relaysPublished,
    List<String> remarks) {

  static Summary of(
      Snapshot snapshot, Map<String, Long> counts, List<String> remarks, Duration took) {
    return new Summary(
        snapshot.relays().size(),
        snapshot.bridges().size(),
        snapshot.relays().stream().flatMap(relay -> relay.addresses().stream()).distinct().count(),
        snapshot.relays().stream().map(Relay::addresses).filter(found -> !found.isEmpty()).count(),
        counts.getOrDefault("histories", 0L),
        counts.getOrDefault("skipped", 0L),
        counts.getOrDefault("refused", 0L),
        counts.getOrDefault("bytes", 0L),
        took.toMillis() / 1000.0,
        Timestamp.text(snapshot.relaysPublished()),
        remarks);
  }
}
