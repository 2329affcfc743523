package org.bulbil.atlas.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.tip.Audit;
import org.bulbil.atlas.tip.Audit.LeftOut;
import org.bulbil.atlas.tip.Audit.PaidRelay;
import org.bulbil.atlas.tip.Choosing;
import org.bulbil.atlas.tip.PastTips;
import org.bulbil.atlas.tip.Tip;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.split.Factor;
import org.bulbil.core.split.Rule;
import org.bulbil.tor.Fingerprint;

/**
 * Makes the tip page and its files. They only tell: who pays does so from a wallet of his own, and
 * this site never sees a coin.
 */
final class Tips {

  /** Of one address; its other relays are in the audit file. */
  private static final int RELAYS_MAX = 10;

  private static final String STALE =
      "The directory that this map knows is more than a day old: who is in it may be gone, so nothing"
          + " is split by it. Come back when its sources answer again.";

  /** Who gets nothing; the others are in the audit file. */
  private static final int LEFT_MAX = 40;

  private static final String PAST = "/tips/";

  private final Store store;
  private final Optional<PastTips> past;

  /**
   * Makes them.
   *
   * @param past donations that were made, where the keeper of the map shows any
   */
  Tips(Store store, Optional<PastTips> past) {
    this.store = store;
    this.past = past;
  }

  /** A split, and what it was made by. */
  private record Made(Audit audit, Tip tip) {}

  Page page(Visit visit) {
    return switch (TipQuery.read(visit.place().parameters())) {
      case Outcome.Done<TipQuery>(TipQuery query) -> page(query, visit);
      case Outcome.Refused<TipQuery>(String why, _) -> html(400, empty(visit, why));
      case Outcome.Unknown<TipQuery>(String why) -> html(503, empty(visit, why));
    };
  }

  private Page page(TipQuery query, Visit visit) {
    if (query.donation().isEmpty()) {
      return html(200, empty(visit, ""));
    }
    return switch (made(query, query.donation().get(), visit)) {
      case Outcome.Done<Made>(Made made) -> html(200, full(made, visit));
      case Outcome.Refused<Made>(String why, _) -> html(200, empty(visit, why));
      case Outcome.Unknown<Made>(String why) -> html(200, empty(visit, why));
    };
  }

  private static Page html(int status, TipPage page) {
    return Page.html(status, Html.tip(page));
  }

  /** The audit file of what the form asks for. */
  Page audit(Visit visit) {
    return file(visit, "application/json", made -> (made.audit().json() + "\n").getBytes(UTF_8));
  }

  /** What the rule saw, as a file that has the hash which the audit file names. */
  Page snapshot(Visit visit) {
    return file(visit, "application/json", made -> made.tip().snapshot());
  }

  private Page file(Visit visit, String type, Function<Made, byte[]> content) {
    var made =
        TipQuery.read(visit.place().parameters())
            .flatMap(
                query ->
                    query
                        .donation()
                        .map(sat -> made(query, sat, visit))
                        .orElse(Outcome.refused("it names no donation: sat", 400)));
    return switch (made) {
      case Outcome.Done<Made>(Made done) ->
          new Page(200, type, content.apply(done), Page.Lasting.A_MINUTE);
      case Outcome.Refused<Made>(String why, _) -> visit.sorry(400, "No split", why);
      case Outcome.Unknown<Made>(String why) -> visit.sorry(503, "Not now", why);
    };
  }

  private Outcome<Made> made(TipQuery query, Sats donation, Visit visit) {
    var snapshot = visit.board().snapshot();
    if (!(org.bulbil.atlas.tip.Freshness.USUAL.check(snapshot, visit.now())
        instanceof Outcome.Done)) {
      return Outcome.refused(STALE, 503);
    }
    var found =
        Choosing.find(
            visit.board().index(),
            store::histories,
            visit.site().chain(),
            query.choice(),
            Rule.USUAL,
            visit.now());
    var tip = new Tip(found);
    var source = visit.site().address().orElse("an Atlas");
    try {
      return tip.split(donation, Rule.USUAL, query.seedBlock(), source)
          .map(audit -> new Made(audit, tip));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(String.valueOf(e.getMessage()), 400);
    }
  }

  private TipPage empty(Visit visit, String sorry) {
    return new TipPage(
        visit.frame("Tip"),
        visit.place().parameters(),
        sorry,
        "",
        columns(),
        List.of(),
        List.of(),
        0,
        List.of(),
        past(visit));
  }

  private static List<TipPage.Column> columns() {
    return Arrays.stream(Factor.values())
        .map(factor -> new TipPage.Column(factor.toString(), factor.sentence()))
        .toList();
  }

  private TipPage full(Made made, Visit visit) {
    var audit = made.audit();
    var totals = audit.totals();
    return new TipPage(
        visit.frame("Tip").withJson(visit.links().to(beside(visit, "/tip.json"))),
        visit.place().parameters(),
        "",
        words(
            "%,d sat to %d addresses of %d relays. %d relays with an address get nothing; %d name"
                + " none; %d words look like addresses and are none.",
            totals.sat(),
            totals.recipients(),
            totals.relays(),
            totals.leftOut(),
            totals.withoutAddress(),
            totals.badAddresses()),
        columns(),
        audit.recipients().stream()
            .sorted(Comparator.comparingLong(Audit.Payee::sat).reversed())
            .map(paid -> payee(paid, visit))
            .toList(),
        audit.leftOut().stream().limit(LEFT_MAX).map(one -> left(one, visit)).toList(),
        Math.max(0, audit.leftOut().size() - LEFT_MAX),
        files(audit, visit),
        past(visit));
  }

  private List<TipPage.Past> past(Visit visit) {
    return past.map(PastTips::newest).orElse(List.of()).stream()
        .map(
            one ->
                new TipPage.Past(
                    Shown.text(one.audit().published()),
                    words("%,d sat", one.audit().sat()),
                    one.audit().recipients().size(),
                    Shown.text(one.audit().payment().orElse("")),
                    pastFiles(one, visit)))
        .toList();
  }

  private static List<TipPage.File> pastFiles(PastTips.Past one, Visit visit) {
    var files = new ArrayList<TipPage.File>();
    files.add(
        new TipPage.File(one.name(), visit.links().to(new Place(PAST + one.name())), one.sha256()));
    if (one.hasSnapshot()) {
      files.add(
          new TipPage.File(
              one.name() + ".snapshot",
              visit.links().to(new Place(PAST + one.name() + ".snapshot")),
              Shown.text(one.audit().snapshotSha256())));
    }
    return files;
  }

  private Optional<Page> pastFile(String path) {
    return Optional.of(path)
        .filter(name -> name.startsWith(PAST))
        .flatMap(name -> past.flatMap(shown -> shown.file(name.substring(PAST.length()))))
        .map(bytes -> new Page(200, "application/json", bytes, Page.Lasting.A_MINUTE));
  }

  private static List<TipPage.File> files(Audit audit, Visit visit) {
    return List.of(
        new TipPage.File("Audit file", visit.links().to(beside(visit, "/tip.json")), ""),
        new TipPage.File(
            "What the rule saw",
            visit.links().to(beside(visit, "/tip.snapshot")),
            audit.snapshotSha256()));
  }

  private static Place beside(Visit visit, String path) {
    var asked = new LinkedHashMap<>(visit.place().parameters());
    asked.values().removeIf(String::isBlank);
    asked.remove("theme");
    return new Place(path, asked);
  }

  private static TipPage.Payee payee(Audit.Payee paid, Visit visit) {
    return new TipPage.Payee(
        paid.address(),
        words("%,d sat", paid.sat()),
        paid.won() ? "won by lottery" : "",
        paid.relays().stream()
            .sorted(Comparator.comparingDouble(PaidRelay::weight).reversed())
            .limit(RELAYS_MAX)
            .map(relay -> row(relay, visit))
            .toList(),
        Math.max(0, paid.relays().size() - RELAYS_MAX));
  }

  private static TipPage.Row row(PaidRelay relay, Visit visit) {
    return new TipPage.Row(
        Shown.name(relay.nickname()),
        href(relay.fingerprint(), visit),
        words("%.2e", relay.weight()),
        Arrays.stream(Factor.values()).map(factor -> cell(factor, relay.factors())).toList());
  }

  private static TipPage.Cell cell(Factor factor, Audit.Factors all) {
    return new TipPage.Cell(
        factor.toString(),
        switch (factor) {
          case MEASURED -> words("%.2e", all.measured());
          case PLAN -> words("%.2f", all.plan());
          case VESTED -> words("%.2f", all.vested());
          case UPTIME -> words("%.2f", all.uptime());
          case DIVERSITY -> words("%.2f", all.diversity());
          case GROUP -> words("%.2f", all.group());
        });
  }

  private static TipPage.Left left(LeftOut one, Visit visit) {
    return new TipPage.Left(
        Shown.name(one.nickname()), href(one.fingerprint(), visit), Shown.text(one.why()));
  }

  private static String href(String fingerprint, Visit visit) {
    return visit.links().to(Place.relay(new Fingerprint(fingerprint)));
  }

  private static String words(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  /** The files of a split, by their path; empty for another path. */
  Optional<Page> named(Visit visit) {
    return switch (visit.place().path()) {
      case "/tip" -> Optional.of(page(visit));
      case "/tip.json" -> Optional.of(audit(visit));
      case "/tip.snapshot" -> Optional.of(snapshot(visit));
      default -> pastFile(visit.place().path());
    };
  }
}
