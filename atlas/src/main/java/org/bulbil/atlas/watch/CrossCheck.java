package org.bulbil.atlas.watch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.OwnPage.Decision;
import org.bulbil.atlas.network.OwnPage.Proof;
import org.bulbil.atlas.network.Purse;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.proof.Check;
import org.bulbil.atlas.proof.Finding;
import org.bulbil.atlas.proof.Trial;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.time.Day;
import org.bulbil.tor.directory.ServerDescriptor;

/**
 * Lays what a relay says of itself beside what the directory and the chain say. Pure.
 *
 * @param relay as the directory has it
 * @param descriptor its signed words, where somebody has them
 * @param purse what the chain says of the address on the page, where it was asked
 * @param before what it said the last time
 */
record CrossCheck(
    Relay relay,
    Optional<ServerDescriptor> descriptor,
    Optional<Purse> purse,
    Optional<Reading> before,
    Day day) {

  private static final int DECISIONS_MAX = 50;
  private static final int WORDS_MAX = 400;

  /** Farther apart clocks are wrong, or the page is a picture of another day. */
  private static final Duration CLOCK_MAX = Duration.ofHours(2);

  /** Days that a runway can have; more is nonsense, and so is a rent above 1,000 dollars. */
  private static final double RUNWAY_MAX = 36_500;

  private static final long RENT_MAX = 100_000;

  /** What the map remembers of the visit. */
  OwnPage judge(Reading reading) {
    var status = reading.status();
    var asOf = moment(text(status.asOf()));
    return new OwnPage(
        reading.page(),
        reading.when(),
        address(status),
        proof(reading),
        Optional.ofNullable(status.lease()).flatMap(lease -> moment(text(lease.end()))),
        Optional.ofNullable(status.lease())
            .filter(lease -> lease.runwayDays() >= 0 && lease.runwayDays() <= RUNWAY_MAX)
            .map(lease -> asOf.orElse(reading.when()).plus(day.of(lease.runwayDays()))),
        Optional.ofNullable(status.lease())
            .map(StatusMessage.Lease::rentCents)
            .filter(cents -> cents > 0 && cents <= RENT_MAX)
            .map(Cents::of),
        price(status),
        Optional.ofNullable(status.will()).flatMap(CrossCheck::beneficiary),
        decisions(reading),
        contradictions(reading, asOf));
  }

  private static Optional<Rate> price(StatusMessage status) {
    try {
      return Optional.ofNullable(status.money())
          .map(StatusMessage.Money::priceCents)
          .filter(cents -> cents > 0)
          .map(Rate::new);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> beneficiary(StatusMessage.Will will) {
    return text(will.name()).or(() -> text(will.address()));
  }

  private static Optional<String> address(StatusMessage status) {
    return Optional.ofNullable(status.money()).flatMap(money -> text(money.address()));
  }

  /** By the same judge as the command {@code verify}. */
  private Proof proof(Reading reading) {
    if (descriptor.isEmpty()) {
      return new Proof.Absent();
    }
    var last = new Trial(descriptor.get(), reading.proof(), reading.when()).checks().getLast();
    return switch (last.finding()) {
      case YES -> new Proof.Verified();
      case NO -> isAbsence(last) ? new Proof.Absent() : new Proof.Refuted(shortened(last.words()));
      case UNKNOWN -> new Proof.Absent();
    };
  }

  private static boolean isAbsence(Check last) {
    return last.finding() == Finding.NO && last.name().equals("proof");
  }

  private static List<Decision> decisions(Reading reading) {
    return reading
        .decisions()
        .answer()
        .map(StatusMessage.Journal::entries)
        .orElse(List.of())
        .stream()
        .limit(DECISIONS_MAX)
        .flatMap(event -> decision(event).stream())
        .toList();
  }

  private static Optional<Decision> decision(StatusMessage.Event event) {
    return text(event.words())
        .flatMap(words -> moment(text(event.at())).map(at -> new Decision(at, words)));
  }

  private List<String> contradictions(Reading reading, Optional<Instant> asOf) {
    var found = new ArrayList<String>();
    identity(reading, found);
    addresses(reading, found);
    descent(reading.status(), found);
    clock(reading, asOf, found);
    money(found);
    return found;
  }

  private void identity(Reading reading, List<String> found) {
    var own = Optional.ofNullable(reading.status().relay()).flatMap(it -> text(it.fingerprint()));
    own.filter(claimed -> !claimed.equals(relay.fingerprint().value()))
        .ifPresent(claimed -> found.add("Its page is of another relay, %s.".formatted(claimed)));
  }

  private void addresses(Reading reading, List<String> found) {
    var shown = address(reading.status());
    shown
        .filter(claimed -> relay.addresses().stream().noneMatch(it -> it.text().equals(claimed)))
        .ifPresent(
            claimed ->
                found.add(
                    "Its page names the address %s, which its contact line in the directory does not."
                        .formatted(claimed)));
    reading
        .document()
        .answer()
        .flatMap(document -> text(document.address()))
        .filter(other -> shown.isPresent() && !shown.get().equals(other))
        .ifPresent(
            other ->
                found.add(
                    "Its page names two addresses, %s and %s."
                        .formatted(shown.orElseThrow(), other)));
  }

  private void descent(StatusMessage status, List<String> found) {
    var said = Optional.ofNullable(status.descent());
    relay
        .heritage()
        .filter(_ -> said.isPresent())
        .filter(it -> it.lineage().generation() != said.get().generation())
        .ifPresent(
            it ->
                found.add(
                    "Its page says that it is of generation %d, its contact line says %d."
                        .formatted(said.get().generation(), it.lineage().generation())));
  }

  private static void clock(Reading reading, Optional<Instant> asOf, List<String> found) {
    asOf.filter(moment -> Duration.between(moment, reading.when()).abs().compareTo(CLOCK_MAX) > 0)
        .ifPresent(
            moment ->
                found.add(
                    "Its page is of %s by its own clock, and was read at %s."
                        .formatted(moment, reading.when())));
  }

  /** The former page against a chain that was asked after it: a gift may come in between. */
  private void money(List<String> found) {
    if (before.isEmpty() || purse.isEmpty() || !purse.get().asked().isAfter(before.get().when())) {
      return;
    }
    var known = purse.get().received().plus(purse.get().unconfirmed());
    Optional.ofNullable(before.get().status().account())
        .filter(account -> account.receivedSat() > known.value())
        .ifPresent(
            account ->
                found.add(
                    "Its page says that it has received %d sat; the chain knows of %d to its address."
                        .formatted(account.receivedSat(), known.value())));
  }

  private static Optional<String> text(@org.jspecify.annotations.Nullable String stranger) {
    return Optional.ofNullable(stranger)
        .map(CrossCheck::shortened)
        .filter(words -> !words.isBlank());
  }

  /** A stranger's words: one line, of a length that a page bears. */
  private static String shortened(String words) {
    var plain = words.substring(0, Math.min(words.length(), 4 * WORDS_MAX));
    var line = plain.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return line.length() <= WORDS_MAX ? line : line.substring(0, WORDS_MAX - 1) + "…";
  }

  private static Optional<Instant> moment(Optional<String> text) {
    try {
      return text.map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
