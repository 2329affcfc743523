package org.bulbil.atlas.page;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bulbil.atlas.chart.Summary;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.Span;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.page.Fact.Bit;
import org.bulbil.atlas.store.Store;

/** Makes pages of single relays. */
final class Relays {

  /** Of a page of ours; its status page has all. */
  private static final int DECISIONS_MAX = 12;

  private final Store store;
  private final Histories histories;
  private final Sketches sketches;

  Relays(Store store, Histories histories, Sketches sketches) {
    this.store = store;
    this.histories = histories;
    this.sketches = sketches;
  }

  RelayPage page(Relay relay, Board board, Frame frame, Instant now) {
    var details = relay.details();
    var facts = new RelayFacts(details, now);
    var contact = Optional.ofNullable(details.contact()).orElse("");
    var links = frame.links();
    long number = board.snapshot().number();
    return new RelayPage(
        frame,
        Shown.name(details.nickname()),
        relay.fingerprint().value(),
        details.running(),
        state(details, now),
        sketches.of(relay.fingerprint(), board.snapshot()),
        Runway.of(relay, now, frame.site().day()),
        Give.of(relay, board, links),
        Cost.of(relay, written(relay, number)),
        facts.performance(),
        facts.times(),
        facts.place(),
        facts.software(),
        Optional.ofNullable(details.exitPolicy()).orElse(List.of()).stream()
            .map(Shown::text)
            .toList(),
        ContactFacts.of(contact),
        Shown.masked(contact),
        descent(relay, board, links),
        family(relay, links),
        relay.page().map(OwnPage::page).flatMap(Relays::outside),
        relay.page().map(OwnPage::contradictions).orElse(List.of()).stream()
            .map(Shown::text)
            .toList(),
        decisions(relay),
        Gifts.of(relay, store),
        new Graphs(histories, relay.fingerprint(), number).groups(links));
  }

  private static String state(RelayDetails details, Instant now) {
    return details.running()
        ? "running"
        : "not running"
            + Words.moment(details.lastSeen())
                .map(seen -> ", last seen " + Words.span(Duration.between(seen, now)) + " ago")
                .orElse("");
  }

  /** Mean bytes a second over the last month. */
  private OptionalDouble written(Relay relay, long number) {
    var known = histories.of(relay.fingerprint(), Chronicle.BANDWIDTH, number);
    return Histories.named(known, "write_history")
        .flatMap(series -> series.graph(Span.ONE_MONTH))
        .map(Summary::mean)
        .orElse(OptionalDouble.empty());
  }

  private static List<Fact> descent(Relay relay, Board board, Links links) {
    var facts = new ArrayList<Fact>();
    relay
        .heritage()
        .ifPresent(
            heritage -> {
              var lineage = heritage.lineage();
              facts.add(Fact.of("Generation", String.valueOf(lineage.generation())));
              facts.add(
                  new Fact(
                      "Parent",
                      lineage
                          .parent()
                          .map(p -> relay(p, board, links))
                          .orElse(new Bit.Plain("planted by a person"))));
              facts.add(new Fact("Genome", new Bit.Code(heritage.genes())));
              heritage
                  .family()
                  .ifPresent(id -> facts.add(new Fact("Family", new Bit.Code(id.value()))));
            });
    var children =
        board.children(relay.fingerprint()).stream()
            .map(child -> relay(child.fingerprint().value(), board, links))
            .toList();
    if (!children.isEmpty()) {
      facts.add(new Fact("Children", children));
    }
    return facts;
  }

  /** A link where the relay is on the map, else its fingerprint. */
  private static Bit relay(String fingerprint, Board board, Links links) {
    return board.relays(List.of(fingerprint)).stream()
        .findFirst()
        .<Bit>map(
            found ->
                new Bit.Inside(
                    Shown.name(found.details().nickname()),
                    links.to(Place.relay(found.fingerprint()))))
        .orElseGet(() -> new Bit.Code(fingerprint));
  }

  private static Optional<Bit.Inside> family(Relay relay, Links links) {
    return Optional.ofNullable(relay.details().effectiveFamily())
        .filter(members -> members.size() > 1)
        .map(
            members ->
                new Bit.Inside(
                    Words.count(members.size(), "relay"),
                    links.to(Place.family(relay.fingerprint()))));
  }

  /** Only what can be opened by a browser. */
  private static Optional<Bit.Outside> outside(URI page) {
    return Optional.of(page.toASCIIString())
        .filter(text -> text.matches("https?://[!-~&&[^\"'<>\\\\^`{|}]]{1,400}"))
        .map(text -> new Bit.Outside(text, text));
  }

  private static List<RelayPage.Decision> decisions(Relay relay) {
    return relay.page().map(OwnPage::decisions).orElse(List.of()).stream()
        .limit(DECISIONS_MAX)
        .map(d -> new RelayPage.Decision(Words.minute(d.when()), Shown.text(d.words())))
        .toList();
  }
}
