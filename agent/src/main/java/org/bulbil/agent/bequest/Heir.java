package org.bulbil.agent.bequest;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.Settings;
import org.bulbil.bitcoin.store.Table;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.family.OnionKey;
import org.bulbil.tor.seal.Sealed;
import org.bulbil.wire.Endpoint;

/**
 * Keeps what relatives leave, and sends it when they are gone: not Running in the consensus, their
 * page silent for a day, their lease over by the chain's own time. One thread.
 */
final class Heir {

  /** Relatives whose heir one relay is. */
  private static final int KEPT_MAX = 64;

  /** Pages read in one heartbeat; each may take some seconds. */
  private static final int VISITS_A_BEAT = 4;

  /**
   * A relative is visited once in so many heartbeats, every twenty minutes where one is ten: what
   * it has signed since is lost if it dies before.
   */
  private static final int BEATS_BETWEEN_VISITS = 2;

  private final Settings settings;
  private final Journal journal;
  private final Table<Fingerprint, KeptLegacy> legacies;
  private final Executor executor;
  private final LegacyCheck check;
  private final OnionKeys keys;
  private final Time time;
  private final Map<Fingerprint, Instant> nextVisit = new HashMap<>();

  Heir(Settings settings, Wallet wallet, Journal journal, OnionKeys keys, Time time) {
    this.settings = settings;
    this.journal = journal;
    this.legacies = journal.store().table(KeptLegacy.FORM, KeptLegacy::testator);
    this.executor = new Executor(wallet, journal, day(settings), time);
    this.check = new LegacyCheck(settings.chain().network(), settings.will().beneficiaries());
    this.keys = keys;
    this.time = time;
  }

  private static Duration day(Settings settings) {
    return settings.lease().day().length();
  }

  /** What is kept for others. */
  List<KeptLegacy> kept() {
    return legacies.all();
  }

  /**
   * Visits some of those whose heir we are, and executes what is due.
   *
   * @param relatives the running ones, as just seen
   */
  void beat(Fingerprint self, List<Kin> relatives) {
    Stream.concat(testators(self, relatives), forgotten(relatives))
        .filter(visit -> isDue(visit.testator()))
        .limit(VISITS_A_BEAT)
        .forEach(visit -> visit(visit, self));
    for (var kept : legacies.all()) {
      if (executor.isHopeless(kept)) {
        legacies.remove(kept.testator());
      } else if (isGone(kept, relatives) && executor.isValid(kept)) {
        executor
            .execute(kept)
            .ifPresentOrElse(legacies::put, () -> legacies.remove(kept.testator()));
      }
    }
  }

  /**
   * A page to be read.
   *
   * @param kin whose it is, while it runs
   */
  private record Visit(Fingerprint testator, String page, Optional<Kin> kin) {}

  private Stream<Visit> testators(Fingerprint self, List<Kin> relatives) {
    return relatives.stream()
        .filter(kin -> isHeirOf(kin, self, relatives))
        .map(kin -> new Visit(kin.fingerprint(), page(kin), Optional.of(kin)));
  }

  /** From the testator's point of view we are a relative too. */
  private static boolean isHeirOf(Kin kin, Fingerprint self, List<Kin> relatives) {
    var us = new Kin(self, Optional.empty(), "", Optional.empty(), "");
    var all = Stream.concat(relatives.stream(), Stream.of(us)).toList();
    return HeirChoice.of(kin.fingerprint(), kin.parent(), all)
        .filter(heir -> heir.fingerprint().equals(self))
        .isPresent();
  }

  private String page(Kin kin) {
    return Endpoint.http(kin.address(), settings.relay().statusPort()).toString();
  }

  /** Those who do not run any more: whether their page still answers is what matters. */
  private Stream<Visit> forgotten(List<Kin> relatives) {
    return legacies.all().stream()
        .filter(kept -> !isAmong(kept.testator(), relatives))
        .map(kept -> new Visit(kept.testator(), kept.page(), Optional.empty()));
  }

  private static boolean isAmong(Fingerprint one, List<Kin> relatives) {
    return relatives.stream().anyMatch(kin -> kin.fingerprint().equals(one));
  }

  private boolean isDue(Fingerprint testator) {
    return !time.now().isBefore(nextVisit.getOrDefault(testator, Instant.MIN));
  }

  private void visit(Visit visit, Fingerprint self) {
    var pause = settings.rhythm().heartbeat().multipliedBy(BEATS_BETWEEN_VISITS);
    nextVisit.put(visit.testator(), time.now().plus(pause));
    var answer = BequestCall.ask(URI.create(visit.page()), self);
    if (!(answer instanceof Outcome.Unknown<Sealed>)) {
      legacies.find(visit.testator()).ifPresent(kept -> legacies.put(kept.aliveAt(time.now())));
    }
    visit
        .kin()
        .ifPresent(
            kin ->
                answer
                    .flatMap(closed -> open(closed, kin, self))
                    .answer()
                    .filter(message -> isNews(message, kin))
                    .ifPresent(message -> judge(message, kin)));
  }

  private Outcome<BequestMessage> open(Sealed closed, Kin kin, Fingerprint self) {
    try {
      var context = BequestMessage.context(kin.fingerprint(), self);
      return OnionKey.open(closed, context, keys.read())
          .flatMap(bytes -> BequestMessage.read(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException | IllegalArgumentException e) {
      return Outcome.unknown("the own onion key cannot be read: " + e.getMessage());
    }
  }

  private boolean isNews(BequestMessage message, Kin kin) {
    return legacies
        .find(kin.fingerprint())
        .filter(kept -> kept.message().equals(message.text()))
        .isEmpty();
  }

  private void judge(BequestMessage message, Kin kin) {
    switch (check.check(message, kin, time.now())) {
      case Outcome.Done<Legacy>(Legacy legacy) -> keep(message, kin, legacy);
      case Outcome.Refused<Legacy>(String why, _) ->
          journal.note(
              Entry.Kind.WILL,
              "the bequest of %s is not kept: %s".formatted(kin.fingerprint(), why));
      case Outcome.Unknown<Legacy> _ -> {}
    }
  }

  private void keep(BequestMessage message, Kin kin, Legacy legacy) {
    boolean isKnown = legacies.find(kin.fingerprint()).isPresent();
    if (isKnown || legacies.all().size() < KEPT_MAX) {
      legacies.put(
          new KeptLegacy(
              kin.fingerprint(),
              page(kin),
              message.text(),
              legacy.validFrom(),
              time.now(),
              Optional.empty(),
              0));
      journal.note(
          Entry.Kind.WILL,
          "keeps the bequest of %s: %s, valid from %s"
              .formatted(kin.fingerprint(), legacy.amount(), legacy.validFrom()));
    }
  }

  private boolean isGone(KeptLegacy kept, List<Kin> relatives) {
    var silence = Duration.between(kept.alive(), time.now());
    return !isAmong(kept.testator(), relatives) && silence.compareTo(day(settings)) >= 0;
  }
}
