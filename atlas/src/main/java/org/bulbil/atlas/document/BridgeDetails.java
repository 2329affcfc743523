package org.bulbil.atlas.document;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A bridge in a details document of Onionoo's protocol; see {@link RelayDetails}. */
@Json(naming = Json.Naming.LowerUnderscore)
public record BridgeDetails(
    String nickname,
    String hashedFingerprint,
    List<String> orAddresses,
    String lastSeen,
    String firstSeen,
    boolean running,
    @Nullable List<String> flags,
    @Nullable String lastRestarted,
    @Nullable Long advertisedBandwidth,
    @Nullable Long overloadGeneralTimestamp,
    @Nullable String platform,
    @Nullable String version,
    @Nullable String versionStatus,
    @Nullable Boolean recommendedVersion,
    @Nullable List<String> transports,
    @Nullable String bridgedbDistributor,
    @Nullable List<String> blocklist) {

  public BridgeDetails {
    Objects.requireNonNull(hashedFingerprint, "it has no hashed_fingerprint");
    Objects.requireNonNull(lastSeen, "it has no last_seen");
    nickname = Objects.requireNonNullElse(nickname, RelayDetails.UNNAMED);
    orAddresses = Objects.requireNonNullElse(orAddresses, List.of());
    firstSeen = Objects.requireNonNullElse(firstSeen, lastSeen);
  }
}
