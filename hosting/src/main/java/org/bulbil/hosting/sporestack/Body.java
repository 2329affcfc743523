package org.bulbil.hosting.sporestack;

import io.avaje.jsonb.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of SporeStack's API, as they come: any field may be missing, unknown ones are skipped,
 * numbers keep all their digits.
 */
final class Body {

  private Body() {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Flavor(
      @Nullable String slug,
      @Nullable Integer cores,
      @Nullable Integer memory,
      @Nullable Integer disk,
      @Nullable BigDecimal price,
      @Nullable String ipv4,
      @Nullable Double bandwidthPerMonth,
      @Nullable String provider) {}

  @Json
  record Place(@Nullable String slug, @Nullable String name, @Nullable String provider) {}

  @Json
  record Amount(@Nullable BigDecimal cents) {}

  @Json
  record Funding(String currency, long dollars) {}

  @Json
  record Funded(@Nullable Bill invoice) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Bill(
      @Nullable String id,
      @Nullable String paymentUri,
      @Nullable String cryptocurrency,
      @Nullable BigDecimal amount,
      @Nullable BigDecimal created,
      @Nullable BigDecimal expires,
      @Nullable BigDecimal paid,
      @Nullable String txid,
      @Nullable Boolean expired) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Launch(
      String flavor,
      String sshKey,
      String operatingSystem,
      String provider,
      String region,
      int days,
      boolean autorenew,
      String hostname,
      String userData) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Launched(@Nullable String machineId) {}

  @Json
  record Servers(@Nullable List<Server> servers) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Server(
      @Nullable String machineId,
      @Nullable String hostname,
      @Nullable String flavorSlug,
      @Nullable String region,
      @Nullable String ipv4,
      @Nullable String ipv6,
      @Nullable Boolean running,
      @Nullable BigDecimal expiration,
      @Nullable BigDecimal deletedAt,
      @Nullable String suspendedAt) {}

  @Json
  record TopUp(int days) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Note(@Nullable String message, @Nullable String sentAt, @Nullable String sender) {}
}
