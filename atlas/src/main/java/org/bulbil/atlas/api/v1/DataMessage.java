package org.bulbil.atlas.api.v1;

import io.avaje.jsonb.Json;
import java.time.Duration;
import java.time.Instant;
import org.bulbil.atlas.network.Snapshot;

/**
 * Of what moment an answer is.
 *
 * @param snapshot grows with each change of the map
 * @param relaysPublished of the consensus, ISO 8601
 */
@Json(naming = Json.Naming.LowerUnderscore)
record DataMessage(long snapshot, String relaysPublished, long ageSeconds) {

  static DataMessage of(Snapshot snapshot, Instant now) {
    return new DataMessage(
        snapshot.number(),
        snapshot.relaysPublished().toString(),
        Duration.between(snapshot.relaysPublished(), now).toSeconds());
  }
}
