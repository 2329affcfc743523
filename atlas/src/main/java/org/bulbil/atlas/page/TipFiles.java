package org.bulbil.atlas.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.bulbil.atlas.chart.Codes;
import org.bulbil.atlas.page.Splits.Made;
import org.bulbil.bitcoin.Bip21;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.PayToMany;
import org.bulbil.bitcoin.Payouts;
import org.bulbil.core.outcome.Outcome;

/** The files of a split: for keeping, for recomputing, for paying. Each is made anew when asked. */
final class TipFiles {

  private static final String UNIT = "unit";

  private final Splits splits;

  TipFiles(Splits splits) {
    this.splits = splits;
  }

  /** By its path; empty for another path. */
  Optional<Page> named(Visit visit) {
    return switch (visit.place().path()) {
      case "/tip.json" -> Optional.of(audit(visit));
      case "/tip.snapshot" -> Optional.of(snapshot(visit));
      case "/tip.csv" -> Optional.of(lines(visit));
      case "/tip.png" -> Optional.of(code(visit));
      default -> Optional.empty();
    };
  }

  /** The audit file. */
  private Page audit(Visit visit) {
    return file(
        visit,
        "application/json",
        made -> Outcome.done((made.audit().json() + "\n").getBytes(UTF_8)));
  }

  /** What the rule saw, as a file that has the hash which the audit file names. */
  private Page snapshot(Visit visit) {
    return file(visit, "application/json", made -> Outcome.done(made.tip().snapshot()));
  }

  /** For the wallets that pay many by lines. */
  private Page lines(Visit visit) {
    return file(
        visit,
        "text/csv; charset=utf-8",
        made ->
            unit(visit)
                .flatMap(
                    unit ->
                        payouts(made).map(all -> new PayToMany(all, unit).text().getBytes(UTF_8))));
  }

  private static Outcome<PayToMany.Unit> unit(Visit visit) {
    var text = visit.place().parameters().getOrDefault(UNIT, "btc");
    try {
      return Outcome.done(PayToMany.Unit.valueOf(text.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException _) {
      return Outcome.refused("unit is btc, mbtc or sat, not '%s'".formatted(text), 400);
    }
  }

  /** The payment to the only recipient, to scan. */
  private Page code(Visit visit) {
    return file(
        visit,
        "image/png",
        made ->
            payouts(made)
                .flatMap(
                    all ->
                        link(all)
                            .map(link -> Outcome.done(Codes.png(link.toString())))
                            .orElse(
                                Outcome.refused(
                                    "a payment link has one address; this pays " + all.all().size(),
                                    400))));
  }

  /** What one scan or click pays; empty where there are several to pay. */
  static Optional<Bip21> link(Payouts payouts) {
    var only = payouts.all().getFirst();
    return payouts.all().size() > 1
        ? Optional.empty()
        : Optional.of(
            new Bip21(
                only.address(), Optional.of(only.amount()), Optional.empty(), Optional.empty()));
  }

  /** The outputs of the payment. */
  static Outcome<Payouts> payouts(Made made) {
    return made.audit().payouts(Network.parse(made.audit().chain()));
  }

  private Page file(Visit visit, String type, Function<Made, Outcome<byte[]>> content) {
    var form = new LinkedHashMap<>(visit.place().parameters());
    form.remove(UNIT);
    return switch (splits.made(form, visit).flatMap(content)) {
      case Outcome.Done<byte[]>(byte[] bytes) -> new Page(200, type, bytes, Page.Lasting.A_MINUTE);
      case Outcome.Refused<byte[]>(String why, _) -> visit.sorry(400, "No split", why);
      case Outcome.Unknown<byte[]>(String why) -> visit.sorry(503, "Not now", why);
    };
  }
}
