package org.bulbil.atlas.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bulbil.atlas.page.Splits.Made;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.tip.Audit;
import org.bulbil.atlas.tip.Audit.LeftOut;
import org.bulbil.atlas.tip.Audit.PaidRelay;
import org.bulbil.atlas.tip.PastTips;
import org.bulbil.bitcoin.PayToMany;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.split.Factor;
import org.bulbil.tor.Fingerprint;

/**
 * Makes the tip page and its files. They only tell: who pays does so from a wallet of his own, and
 * this site never sees a coin.
 */
final class Tips {

  /** Of one address; its other relays are in the audit file. */
  private static final int RELAYS_MAX = 10;

  /** Who gets nothing; the others are in the audit file. */
  private static final int LEFT_MAX = 40;

  private static final String PAST = "/tips/";

  private final Splits splits;
  private final TipFiles files;
  private final TipPayments payments;
  private final Giving giving;

  /** Makes them for splits of what {@code store} knows. */
  Tips(Store store, Giving giving) {
    this.splits = new Splits(store);
    this.files = new TipFiles(splits);
    this.payments = new TipPayments(splits, giving.chain());
    this.giving = giving;
  }

  /** What is at the visit's path; empty where it is none of ours. */
  Optional<Page> named(Visit visit) {
    return visit.place().path().equals(Place.TIP.path())
        ? Optional.of(page(visit))
        : files.named(visit).or(() -> pastFile(visit.place().path()));
  }

  /** The answer to a form; empty where it is none of ours. */
  Optional<Page> take(Visit visit, Map<String, String> fields) {
    return visit.place().path().equals(TipPayments.PATH)
        ? Optional.of(payments.page(fields, visit))
        : Optional.empty();
  }

  private Page page(Visit visit) {
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
    return switch (splits.made(query, query.donation().get(), visit)) {
      case Outcome.Done<Made>(Made made) -> html(200, full(made, visit));
      case Outcome.Refused<Made>(String why, _) -> html(200, empty(visit, why));
      case Outcome.Unknown<Made>(String why) -> html(503, empty(visit, why));
    };
  }

  private static Page html(int status, TipPage page) {
    return Page.html(status, Html.tip(page));
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
        Optional.empty(),
        past(visit),
        pledges(visit));
  }

  private String pledges(Visit visit) {
    return giving
        .pledges()
        .map(_ -> visit.links().to(Place.PLEDGES))
        .filter(_ -> visit.links().isLive())
        .orElse("");
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
        Optional.of(pay(made, visit)),
        past(visit),
        pledges(visit));
  }

  private List<TipPage.Past> past(Visit visit) {
    return giving.past().map(PastTips::newest).orElse(List.of()).stream()
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
        .flatMap(name -> giving.past().flatMap(shown -> shown.file(name.substring(PAST.length()))))
        .map(bytes -> new Page(200, "application/json", bytes, Page.Lasting.A_MINUTE));
  }

  private TipPage.Pay pay(Made made, Visit visit) {
    var asked = new LinkedHashMap<>(beside(visit, "").parameters());
    Optional.ofNullable(visit.place().parameters().get("theme"))
        .ifPresent(theme -> asked.put("theme", theme));
    asked.put(TipPayments.SEEN, made.audit().snapshotSha256());
    return new TipPage.Pay(
        List.of(
            new TipPage.File("Audit file", visit.links().to(beside(visit, "/tip.json")), ""),
            new TipPage.File(
                "What the rule saw",
                visit.links().to(beside(visit, "/tip.snapshot")),
                made.audit().snapshotSha256())),
        Arrays.stream(PayToMany.Unit.values()).map(unit -> lines(unit, visit)).toList(),
        TipFiles.payouts(made)
            .answer()
            .flatMap(TipFiles::link)
            .map(link -> new TipPage.Code(link.toString(), code(visit))),
        TipPayments.PATH,
        asked,
        payments.hasChain());
  }

  private static String code(Visit visit) {
    return visit.links().to(beside(visit, "/tip.png"));
  }

  private static TipPage.File lines(PayToMany.Unit unit, Visit visit) {
    var place = beside(visit, "/tip.csv").with("unit", unit.toString());
    return new TipPage.File(unit.toString(), visit.links().to(place), "");
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
}
