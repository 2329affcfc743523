package org.bulbil.atlas.api.metrics;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code /healthz}.
 *
 * @param status ok, stale, empty or broken
 * @param relaysPublished of what consensus the relays are, ISO 8601
 */
@Json(naming = Json.Naming.LowerUnderscore)
record HealthMessage(
    String status,
    int relays,
    @Nullable String relaysPublished,
    @Nullable Long dataAgeSeconds,
    List<Source> sources) {

  /** A source and when it did what; times in ISO 8601. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Source(
      String name,
      @Nullable String succeeded,
      @Nullable String published,
      @Nullable String failed,
      @Nullable String words) {}

  static HealthMessage broken(String why) {
    return new HealthMessage(
        "broken", 0, null, null, List.of(new Source("store", null, null, null, why)));
  }
}
