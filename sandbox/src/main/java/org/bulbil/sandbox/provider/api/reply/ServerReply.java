package org.bulbil.sandbox.provider.api.reply;

import io.avaje.jsonb.Json;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import org.bulbil.sandbox.provider.estate.Server;
import org.bulbil.sandbox.provider.estate.State;
import org.jspecify.annotations.Nullable;

/**
 * One lease.
 *
 * @param ipv4 empty while it is being built; {@code 0.0.0.0} where it has none
 * @param ipv6 empty while it is being built: the original's own client waits for this one
 * @param createdAt Unix seconds, like {@code expiration} and {@code deletedAt}
 * @param deletedAt 0 while it is not deleted
 * @param deletedBy {@code expiration}, {@code manual}, {@code sporestack}, or null
 * @param forgottenAt ISO 8601 or null, like {@code suspendedAt}
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record ServerReply(
    String machineId,
    String hostname,
    String provider,
    String flavorSlug,
    FlavorReply flavor,
    String region,
    boolean running,
    long createdAt,
    long expiration,
    boolean autorenew,
    String ipv4,
    String ipv6,
    boolean deleted,
    long deletedAt,
    @Nullable String deletedBy,
    @Nullable String forgottenAt,
    @Nullable String suspendedAt,
    String operatingSystem) {

  public static ServerReply of(Server server) {
    var flavor = server.choice().flavor();
    var end = end(server);
    return new ServerReply(
        server.id().value(),
        server.hostname(),
        flavor.backend().slug(),
        flavor.slug(),
        FlavorReply.of(flavor),
        server.choice().region().slug(),
        server.state() instanceof State.Running,
        server.created().getEpochSecond(),
        server.expiry().getEpochSecond(),
        server.autorenews(),
        ipv4(server),
        ipv6(server),
        server.hasEnded(),
        end.map(ended -> ended.at().getEpochSecond()).orElse(0L),
        end.map(ended -> ended.by().slug()).orElse(null),
        end.flatMap(State.Ended::forgotten).map(Instant::toString).orElse(null),
        suspended(server).map(Instant::toString).orElse(null),
        server.choice().operatingSystem().slug());
  }

  private static Optional<State.Ended> end(Server server) {
    return server.state() instanceof State.Ended ended ? Optional.of(ended) : Optional.empty();
  }

  private static Optional<Instant> suspended(Server server) {
    return server.state() instanceof State.Suspended(Instant since)
        ? Optional.of(since)
        : Optional.empty();
  }

  private static String ipv4(Server server) {
    return server
        .address()
        .map(
            address ->
                switch (server.choice().flavor().network()) {
                  case IPV4 -> address.getHostAddress();
                  case IPV6_ONLY -> "0.0.0.0";
                })
        .orElse("");
  }

  /** An address for documentation (RFC 3849): loopback has a single IPv6 address only. */
  private static String ipv6(Server server) {
    return server
        .address()
        .map(InetAddress::getAddress)
        .map(bytes -> String.format("2001:db8::%x:%x", bytes[2] & 0xff, bytes[3] & 0xff))
        .orElse("");
  }
}
