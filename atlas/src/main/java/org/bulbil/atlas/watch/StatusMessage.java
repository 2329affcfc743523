package org.bulbil.atlas.watch;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a relay's {@code /status.json} says, as far as the map reads it; a page may leave out
 * anything.
 */
@Json(naming = Json.Naming.LowerUnderscore)
record StatusMessage(
    @Nullable String asOf,
    @Nullable Relay relay,
    @Nullable Descent descent,
    @Nullable Lease lease,
    @Nullable Money money,
    @Nullable Will will,
    @Nullable Account account) {

  /** Tor: what it counts since it was started. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Relay(
      @Nullable String fingerprint, long uptimeSeconds, long bytesRead, long bytesWritten) {}

  /** Where it comes from. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Descent(int generation, @Nullable String parent) {}

  /** Until when the server is paid; spans in days of rent. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Lease(long rentCents, @Nullable String end, double runwayDays) {}

  /** The wallet. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Money(@Nullable String address, boolean known, long priceCents) {}

  /** Who gets the rest. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Will(@Nullable String name, @Nullable String address) {}

  /** Its own account. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Account(long receivedSat) {}

  /** {@code /.well-known/bulbil.json}. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record WellKnown(@Nullable String fingerprint, @Nullable String address) {}

  /** {@code /decisions.json}. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Journal(@Nullable List<Event> entries) {}

  /** An entry of it. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Event(@Nullable String at, @Nullable String kind, @Nullable String words) {}
}
