package org.bulbil.atlas.api.v1;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.atlas.network.Descent;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A relay, in what a donor needs. Times in ISO 8601, bandwidth in bytes a second, the weight as a
 * fraction of the network's.
 *
 * @param addresses of its contact line, each with a right checksum
 * @param finances where it has a status page
 * @param lineage where it says that it is one of ours
 */
@Json(naming = Json.Naming.LowerUnderscore)
record RelayMessage(
    String fingerprint,
    String nickname,
    boolean running,
    @Nullable String firstSeen,
    @Nullable String lastSeen,
    @Nullable String country,
    @Nullable String as,
    @Nullable String asName,
    List<String> flags,
    long consensusWeight,
    @Nullable Double consensusWeightFraction,
    @Nullable Long advertisedBandwidth,
    @Nullable String version,
    @Nullable String contact,
    List<AddressMessage> addresses,
    @Nullable FinancesMessage finances,
    @Nullable LineageMessage lineage) {

  static RelayMessage of(Relay relay, Snapshot snapshot, Descent descent) {
    var details = relay.details();
    return new RelayMessage(
        relay.fingerprint().value(),
        details.nickname(),
        details.running(),
        time(details.firstSeen()),
        time(details.lastSeen()),
        details.country(),
        details.as(),
        details.asName(),
        details.flags() == null ? List.of() : details.flags(),
        details.consensusWeight(),
        details.consensusWeightFraction(),
        details.advertisedBandwidth(),
        details.version(),
        details.contact(),
        relay.addresses().stream().map(one -> AddressMessage.of(one, snapshot)).toList(),
        relay.page().map(FinancesMessage::of).orElse(null),
        LineageMessage.of(relay, descent));
  }

  private static @Nullable String time(String text) {
    return Timestamp.read(text).map(Instant::toString).orElse(null);
  }
}
