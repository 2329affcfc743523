package org.bulbil.atlas.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bulbil.atlas.chart.Codes;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.query.Index;
import org.bulbil.atlas.store.Store;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;

/** The page or picture of a place, made from the newest snapshot. Safe for several threads. */
public final class Pages {

  private static final String ASSETS = "/assets/";

  private static final Pattern RELAY =
      Pattern.compile("/(relay|family)/([0-9A-F]{40})((?:/.{1,60})?)");

  /** Everybody may read everything but the endless combinations of searches. */
  private static final Page ROBOTS =
      new Page(
          200,
          "text/plain; charset=utf-8",
          "User-agent: *\nDisallow: /*?\nAllow: /\n".getBytes(UTF_8),
          Page.Lasting.A_MINUTE);

  private final Supplier<Index> newest;
  private final Store store;
  private final Site site;
  private final Lists lists;
  private final Relays relays;
  private final Families families;
  private final Pictures pictures;
  private final Tips tips;
  private final Optional<Pledges> pledges;
  private volatile Board board = new Board(new Index(Snapshot.empty()));

  /**
   * Pages of a site.
   *
   * @param newest of the newest snapshot; swapped whole when there is a newer one
   * @param store where histories and gifts are read when somebody looks at them
   */
  public Pages(Supplier<Index> newest, Store store, Site site) {
    this(newest, store, site, Giving.NONE);
  }

  /** Pages that also offer what is in {@code giving}. */
  public Pages(Supplier<Index> newest, Store store, Site site, Giving giving) {
    var histories = new Histories(store);
    var sketches = new Sketches(store, site.day());
    this.newest = newest;
    this.store = store;
    this.site = site;
    this.lists = new Lists(sketches);
    this.relays = new Relays(store, histories, sketches);
    this.families = new Families(sketches);
    this.pictures = new Pictures(histories);
    this.tips = new Tips(store, giving);
    this.pledges = giving.pledges().map(Pledges::new);
  }

  /** Of the newest snapshot; made once for each. */
  Board board() {
    var index = newest.get();
    var known = board;
    if (known.index() != index) {
      known = new Board(index);
      board = known;
    }
    return known;
  }

  /** What is there, or a page that says why nothing is. */
  Page page(Place place, Links links, Instant now) {
    return page(new Visit(place, links, now, board(), site));
  }

  private Page page(Visit visit) {
    return switch (visit.place().path()) {
      case "/" -> list(visit);
      case "/lineage" -> lineage(visit);
      case "/listed" -> Page.html(200, Html.listed(visit.frame("How to get listed")));
      case "/about" -> Page.html(200, Html.about(visit.frame("About")));
      case "/feed.atom" -> feed(visit);
      case "/robots.txt" -> ROBOTS;
      default ->
          asset(visit)
              .or(() -> tips.named(visit))
              .or(() -> pledges.flatMap(shown -> shown.named(visit)))
              .or(() -> named(visit))
              .orElseGet(() -> lost(visit));
    };
  }

  /** The answer to a form that was sent to a place; empty where no form of ours goes there. */
  Optional<Page> take(Place place, Map<String, String> fields, Links links, Instant now) {
    var visit = new Visit(place, links, now, board(), site);
    return tips.take(visit, fields).or(() -> pledges.flatMap(open -> open.take(visit, fields)));
  }

  private static Optional<Page> asset(Visit visit) {
    var path = visit.place().path();
    return Optional.of(path)
        .filter(name -> name.startsWith(ASSETS))
        .flatMap(name -> Assets.asset(name.substring(ASSETS.length())))
        .map(asset -> new Page(200, asset.type(), asset.bytes(), Page.Lasting.FOR_EVER));
  }

  /** What belongs to a relay that the path names. */
  private Optional<Page> named(Visit visit) {
    var path = RELAY.matcher(visit.place().path());
    return path.matches()
        ? visit
            .board()
            .snapshot()
            .relay(new Fingerprint(path.group(2)))
            .flatMap(relay -> named(relay, path.group(1) + path.group(3), visit))
        : Optional.empty();
  }

  private Optional<Page> named(Relay relay, String what, Visit visit) {
    return switch (what) {
      case "relay" -> Optional.of(relay(relay, visit));
      case "family" -> Optional.of(family(relay, visit));
      case "relay/qr.png" -> code(relay);
      default ->
          what.startsWith("relay/")
              ? pictures.chart(relay.fingerprint(), what.substring(6), visit)
              : Optional.empty();
    };
  }

  private Page relay(Relay relay, Visit visit) {
    var frame =
        visit
            .frame(Shown.name(relay.details().nickname()))
            .withJson("/details?lookup=" + relay.fingerprint());
    return Page.html(200, Html.relay(relays.page(relay, visit.board(), frame, visit.now())));
  }

  private Page family(Relay relay, Visit visit) {
    var frame = visit.frame("Family of " + Shown.name(relay.details().nickname()));
    return Page.html(200, Html.family(families.page(relay, visit.board(), frame, visit.now())));
  }

  /** Of the address that it names first. */
  private static Optional<Page> code(Relay relay) {
    return relay.addresses().stream()
        .findFirst()
        .map(address -> Codes.png(new Payment(address, relay.details().nickname()).code()))
        .map(png -> new Page(200, "image/png", png, Page.Lasting.A_MINUTE));
  }

  private Page list(Visit visit) {
    var page = ListQuery.read(visit.place().parameters()).flatMap(query -> list(query, visit));
    return switch (page) {
      case Outcome.Done<ListPage>(ListPage list) -> Page.html(200, Html.list(list));
      case Outcome.Refused<ListPage>(String why, _) -> visit.sorry(400, "Not understood", why);
      case Outcome.Unknown<ListPage>(String cause) -> visit.sorry(503, "Not now", cause);
    };
  }

  private Outcome<ListPage> list(ListQuery query, Visit visit) {
    var frame = visit.frame("Relays").withJson(SiteLinks.json(query.asked()));
    return lists.page(query, visit.board(), frame, visit.now());
  }

  private static Page lineage(Visit visit) {
    var roots = new Tree(visit).roots();
    var count = Words.count(visit.board().ours().size(), "relay") + " of ours";
    return Page.html(200, Html.lineage(new LineagePage(visit.frame("Lineage"), count, roots)));
  }

  private Page feed(Visit visit) {
    var atom = new Feed(visit.board(), store, visit.frame("")).atom(visit.now());
    return new Page(200, "application/atom+xml; charset=utf-8", atom, Page.Lasting.A_MINUTE);
  }

  private static Page lost(Visit visit) {
    return visit.sorry(
        404,
        "Not found",
        RELAY.matcher(visit.place().path()).matches()
            ? "No such relay is on the map: only those that ran in the last seven days are, and not"
                + " every one of them has such a picture."
            : "There is nothing at this address. The page of a relay is /relay/ and its fingerprint, 40"
                + " hexadecimal digits.");
  }
}
