package org.bulbil.atlas.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bulbil.atlas.document.RelayDetails;
import org.jspecify.annotations.Nullable;

/** What the authorities and a list of places say of an invented relay. */
final class DemoDetails {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  /** Strangers of one operator stand side by side. */
  private static final int FAMILY = 6;

  private record Country(String code, String name) {}

  private static final List<Country> COUNTRIES =
      List.of(
          new Country("de", "Germany"),
          new Country("nl", "Netherlands"),
          new Country("us", "United States of America"),
          new Country("se", "Sweden"),
          new Country("ro", "Romania"),
          new Country("ca", "Canada"),
          new Country("ch", "Switzerland"),
          new Country("is", "Iceland"),
          new Country("jp", "Japan"),
          new Country("br", "Brazil"),
          new Country("za", "South Africa"));

  private final List<DemoRelay> relays;
  private final Instant now;
  private final double total;

  DemoDetails(List<DemoRelay> relays, Instant now) {
    this.relays = relays;
    this.now = now;
    this.total = relays.stream().mapToDouble(this::weight).sum();
  }

  /** What clients give it of their traffic; nothing where it does not run. */
  private double weight(DemoRelay relay) {
    return relay.isRunning(now) ? Math.ceil(relay.speed() / 1000) : 0;
  }

  /** Its part of the network now. */
  double share(DemoRelay relay) {
    return weight(relay) / total;
  }

  RelayDetails of(DemoRelay relay) {
    var country = Fortune.one(relay.word("country"), COUNTRIES);
    var running = relay.isRunning(now);
    boolean isExit = isExit(relay);
    boolean isGuard = isGuard(relay);
    var version = Fortune.share(relay.word("version")) < 0.9 ? "0.4.9.5" : "0.4.8.12";
    return new RelayDetails(
        relay.nickname(),
        relay.fingerprint().value(),
        addresses(relay),
        null,
        null,
        TIME.format(relay.seen()),
        TIME.format(relay.born()),
        TIME.format(relay.born()),
        running,
        null,
        flags(running, isExit, isGuard),
        country.code(),
        country.name(),
        null,
        null,
        null,
        null,
        "AS" + (64496 + Fortune.number(relay.word("network"), 16)),
        "Example Networks " + (char) ('A' + Fortune.number(relay.word("network"), 16)),
        (long) weight(relay),
        null,
        null,
        restarted(relay),
        (long) (relay.speed() * 1.5),
        (long) (relay.speed() * 2),
        (long) relay.speed(),
        (long) relay.speed(),
        null,
        isExit ? List.of("accept *:80", "accept *:443", "reject *:*") : List.of("reject *:*"),
        isExit ? Map.of("accept", List.of("80", "443")) : Map.of("reject", List.of("1-65535")),
        null,
        contact(relay),
        "Tor " + version + " on Linux",
        version,
        version.equals("0.4.9.5") ? "recommended" : "obsolete",
        family(relay),
        null,
        null,
        null,
        null,
        share(relay),
        isGuard ? share(relay) * 1.8 : 0.0,
        share(relay),
        isExit ? share(relay) * 4 : 0.0,
        version.equals("0.4.9.5"),
        relay.born().isBefore(now.minus(Duration.ofDays(3))),
        null);
  }

  private static @Nullable String contact(DemoRelay relay) {
    var line = DemoContacts.of(relay);
    return line.isEmpty() ? null : line;
  }

  private static boolean isExit(DemoRelay relay) {
    return !relay.isOurs() && Fortune.share(relay.word("exit")) < 0.15;
  }

  private boolean isGuard(DemoRelay relay) {
    return relay.speed() > 2e6 && relay.born().isBefore(now.minus(Duration.ofDays(30)));
  }

  private static List<String> flags(boolean running, boolean isExit, boolean isGuard) {
    var flags = new ArrayList<>(List.of("Fast", "Stable", "V2Dir", "Valid"));
    if (isExit) {
      flags.add(0, "Exit");
    }
    if (isGuard) {
      flags.add("Guard");
    }
    if (running) {
      flags.add("Running");
    }
    return flags;
  }

  /** Of ranges that are kept for documentation. */
  private static List<String> addresses(DemoRelay relay) {
    var range = List.of("192.0.2.", "198.51.100.", "203.0.113.").get(relay.number() % 3);
    var address = range + (1 + relay.number() / 3 % 250) + ":9001";
    return relay.number() % 4 == 0
        ? List.of(address, "[2001:db8::%x]:9001".formatted(relay.number()))
        : List.of(address);
  }

  private String restarted(DemoRelay relay) {
    long hours = Math.max(1, Duration.between(relay.born(), now).toHours());
    return TIME.format(
        relay
            .seen()
            .minus(
                Duration.ofHours(Fortune.number(relay.word("start"), (int) Math.min(hours, 900)))));
  }

  private List<String> family(DemoRelay relay) {
    return relays.stream()
        .filter(other -> isKin(relay, other))
        .map(other -> other.fingerprint().value())
        .toList();
  }

  /** All of ours are one family; some strangers run several relays. */
  private static boolean isKin(DemoRelay relay, DemoRelay other) {
    if (relay.number() == other.number() || relay.isOurs() || other.isOurs()) {
      return relay.number() == other.number() || (relay.isOurs() && other.isOurs());
    }
    int operator = relay.number() / FAMILY;
    return operator == other.number() / FAMILY && operator % 3 == 0;
  }
}
