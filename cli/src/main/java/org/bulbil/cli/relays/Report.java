package org.bulbil.cli.relays;

import io.avaje.jsonb.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a relay says of itself in its {@code status.json}, as far as we look at it. What an older
 * relay does not say is left out.
 */
@Json(naming = Json.Naming.LowerUnderscore)
record Report(
    String hostname,
    String asOf,
    Tor relay,
    Lease lease,
    Money money,
    Reserve reserve,
    Will will,
    @Nullable Stop stop,
    @Nullable Kinship kinship,
    Account account,
    Decision decision,
    List<Event> events) {

  Report {
    complete(hostname, asOf, relay, lease, money, reserve, will, account, decision);
    events = List.copyOf(events);
  }

  /** A parser leaves null where a document says nothing. */
  private static void complete(@Nullable Object... parts) {
    for (var part : parts) {
      Objects.requireNonNull(part, "a status without one of its parts");
    }
  }

  @Json(naming = Json.Naming.LowerUnderscore)
  record Tor(
      String fingerprint,
      boolean running,
      boolean announced,
      String words,
      String version,
      long uptimeSeconds,
      long bytesRead,
      long bytesWritten,
      String orAddress) {
    Tor {
      complete(fingerprint, words, version, orAddress);
    }
  }

  @Json(naming = Json.Naming.LowerUnderscore)
  record Lease(
      String provider,
      String region,
      String plan,
      long rentCents,
      String end,
      double days,
      boolean creditKnown,
      long creditCents,
      double runwayDays) {
    Lease {
      complete(provider, region, plan, end);
    }
  }

  @Json(naming = Json.Naming.LowerUnderscore)
  record Money(
      String address,
      boolean known,
      long spendableSat,
      long arrivingSat,
      int gifts,
      boolean copied,
      String words) {
    Money {
      complete(address, words);
    }
  }

  @Json
  record Reserve(String words, String children) {
    Reserve {
      complete(words, children);
    }
  }

  @Json
  record Will(String name, String words) {
    Will {
      complete(name, words);
    }
  }

  @Json
  record Stop(boolean possible, boolean leaving, String words) {
    Stop {
      complete(words);
    }
  }

  @Json
  record Kinship(String words, List<String> warnings) {
    Kinship {
      complete(words);
      warnings = List.copyOf(warnings);
    }
  }

  @Json(naming = Json.Naming.LowerUnderscore)
  record Account(
      long receivedSat,
      long rentSat,
      long endowmentSat,
      long startGiftSat,
      long willSat,
      long feesSat,
      long heldSat,
      long foreignSat,
      long differenceSat,
      int tipHeight) {}

  @Json
  record Decision(String what, String why) {
    Decision {
      complete(what, why);
    }
  }

  @Json
  record Event(String at, String kind, String words) {
    Event {
      complete(at, kind, words);
    }
  }

  /** When everything paid or payable is used up; empty where its times cannot be read. */
  Optional<Instant> runsUntil() {
    try {
      var now = Instant.parse(asOf);
      var rest = Duration.between(now, Instant.parse(lease.end));
      double dayMillis =
          lease.days > 0 && rest.isPositive()
              ? rest.toMillis() / lease.days
              : Duration.ofDays(1).toMillis();
      return Optional.of(now.plusMillis(Math.round(lease.runwayDays * dayMillis)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What a person should know first. */
  List<String> warnings() {
    var warnings = new ArrayList<String>();
    if (!relay.running) {
      warnings.add("not Running in the consensus: " + relay.words);
    }
    if (account.differenceSat != 0) {
      warnings.add(account.differenceSat + " sat cannot be explained");
    }
    if (account.foreignSat != 0) {
      warnings.add(account.foreignSat + " sat left by a payment that it did not make");
    }
    if (!money.known) {
      warnings.add("the chain could not be read just now");
    }
    if (!lease.creditKnown) {
      warnings.add("the provider does not answer");
    }
    Optional.ofNullable(stop).filter(Stop::leaving).ifPresent(it -> warnings.add(it.words()));
    Optional.ofNullable(kinship).ifPresent(it -> warnings.addAll(it.warnings()));
    return warnings;
  }
}
