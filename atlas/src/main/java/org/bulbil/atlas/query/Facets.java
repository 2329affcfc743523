package org.bulbil.atlas.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulbil.atlas.document.BridgeDetails;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.document.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * What of a relay or bridge can be asked for. Text that is compared in small letters is in small
 * letters here.
 *
 * @param fingerprint of a bridge the hashed one; upper case
 * @param firstSeen seconds of the epoch
 * @param lastSeen seconds of the epoch
 * @param overloaded seconds of the epoch; 0 where it never said so
 * @param addresses without ports, IPv6 in brackets; empty for bridges, whose addresses are made up
 * @param country two letters, xz where unknown
 * @param system 0 where unknown
 * @param family fingerprints of those in a family with it, as the details say
 * @param familyIds of the families whose key vouches for it
 */
record Facets(
    String fingerprint,
    String nickname,
    boolean running,
    long firstSeen,
    long lastSeen,
    long overloaded,
    long weight,
    List<String> flags,
    Optional<DottedVersion> version,
    Optional<String> os,
    Optional<Boolean> recommended,
    List<String> transports,
    List<String> addresses,
    String country,
    long system,
    Optional<String> systemName,
    Optional<String> contact,
    List<String> hostNames,
    List<String> family,
    List<String> familyIds) {

  private static final Pattern PORT = Pattern.compile("(?<=[\\]0-9]):[0-9]{1,5}$");
  private static final Pattern SYSTEM = Pattern.compile("(?i)(?:AS)?([0-9]{1,10})");
  private static final String UNKNOWN_COUNTRY = "xz";

  static Facets of(RelayDetails relay) {
    return new Facets(
        relay.fingerprint(),
        lower(relay.nickname()),
        relay.running(),
        seconds(relay.firstSeen()),
        seconds(relay.lastSeen()),
        overload(relay.overloadGeneralTimestamp()),
        relay.consensusWeight(),
        lower(relay.flags()),
        version(relay.version(), relay.platform()),
        os(relay.platform()),
        Optional.ofNullable(relay.recommendedVersion()),
        List.of(),
        addresses(relay),
        relay.country() == null ? UNKNOWN_COUNTRY : lower(relay.country()),
        system(relay.as()),
        optional(relay.asName()),
        optional(relay.contact()),
        joined(lower(relay.verifiedHostNames()), lower(relay.unverifiedHostNames())),
        given(relay.effectiveFamily()),
        given(relay.familyIds()));
  }

  static Facets of(BridgeDetails bridge) {
    return new Facets(
        bridge.hashedFingerprint(),
        lower(bridge.nickname()),
        bridge.running(),
        seconds(bridge.firstSeen()),
        seconds(bridge.lastSeen()),
        overload(bridge.overloadGeneralTimestamp()),
        0,
        lower(bridge.flags()),
        version(bridge.version(), bridge.platform()),
        os(bridge.platform()),
        Optional.ofNullable(bridge.recommendedVersion()),
        lower(bridge.transports()),
        List.of(),
        UNKNOWN_COUNTRY,
        0,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  static List<String> addresses(RelayDetails relay) {
    var addresses = new ArrayList<String>();
    relay.orAddresses().forEach(address -> addresses.add(host(address)));
    lower(relay.exitAddresses()).stream()
        .map(Facets::host)
        .filter(address -> !addresses.contains(address))
        .forEach(addresses::add);
    return addresses;
  }

  /** Without the port, where there is one; an IPv6 address always in brackets. */
  private static String host(String address) {
    var lower = lower(address);
    boolean isBareIpv6 = !lower.startsWith("[") && lower.indexOf(':') != lower.lastIndexOf(':');
    return isBareIpv6 ? "[" + lower + "]" : PORT.matcher(lower).replaceFirst("");
  }

  private static Optional<DottedVersion> version(
      @Nullable String version, @Nullable String platform) {
    return Optional.ofNullable(version)
        .or(() -> Optional.ofNullable(platform).flatMap(Facets::versionOfPlatform))
        .flatMap(DottedVersion::parse);
  }

  private static Optional<String> versionOfPlatform(String platform) {
    return platform.startsWith("Tor ")
        ? Optional.of(platform.substring(4).split(" ", 2)[0])
        : Optional.empty();
  }

  /** What follows "on" in {@code Tor 0.4.8.12 on Linux}; all of it where it names no tor. */
  private static Optional<String> os(@Nullable String platform) {
    if (platform == null) {
      return Optional.empty();
    }
    int on = platform.indexOf(" on ");
    if (on < 0 && platform.startsWith("Tor ")) {
      return Optional.empty();
    }
    return Optional.of(lower(on < 0 ? platform : platform.substring(on + 4)));
  }

  private static long system(@Nullable String as) {
    return as == null
        ? 0
        : Optional.of(SYSTEM.matcher(as))
            .filter(Matcher::matches)
            .map(number -> Long.parseLong(number.group(1)))
            .orElse(0L);
  }

  private static long overload(@Nullable Long milliseconds) {
    return milliseconds == null ? 0 : milliseconds / 1000;
  }

  /** Of {@code 2026-02-22 13:00:00}; the epoch where it is no time. */
  private static long seconds(@Nullable String time) {
    return Optional.ofNullable(time)
        .flatMap(Timestamp::read)
        .orElse(Instant.EPOCH)
        .getEpochSecond();
  }

  private static Optional<String> optional(@Nullable String text) {
    return Optional.ofNullable(text).filter(some -> !some.isEmpty()).map(Facets::lower);
  }

  private static List<String> joined(List<String> some, List<String> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static List<String> given(@Nullable List<String> texts) {
    return texts == null ? List.of() : texts;
  }

  private static List<String> lower(@Nullable List<String> texts) {
    return texts == null
        ? List.of()
        : texts.stream().filter(Objects::nonNull).map(Facets::lower).toList();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
