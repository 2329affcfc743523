package org.bulbil.atlas.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bulbil.atlas.page.Splits.Made;
import org.bulbil.bitcoin.Payouts;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.psbt.BadField;
import org.bulbil.bitcoin.psbt.Donation;
import org.bulbil.bitcoin.psbt.Funds;
import org.bulbil.bitcoin.psbt.FundsQuery;
import org.bulbil.bitcoin.psbt.TypedRate;
import org.bulbil.bitcoin.psbt.UnsignedPayment;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.outcome.Outcome;

/**
 * Makes the payment of a split as a PSBT, for a wallet that its donor names by a descriptor or by
 * coins. No key is asked for, and nothing of what was typed is kept.
 */
final class TipPayments {

  static final String PATH = "/tip.psbt";

  /** The field that says of what snapshot the table was that the donor saw. */
  static final String SEEN = "snapshot";

  /** The fields of the payment; all others are the split's. */
  private static final List<String> OWN = List.of("from", "coin", "change", "fee_rate", "as", SEEN);

  /** One asks chain servers some fifty times. */
  private static final int AT_ONCE = 2;

  private final Splits splits;
  private final Optional<ChainSource> chain;
  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * @param chain where coins and rates are looked up; without one both must be typed
   */
  TipPayments(Splits splits, Optional<ChainSource> chain) {
    this.splits = splits;
    this.chain = chain;
  }

  boolean hasChain() {
    return chain.isPresent();
  }

  /** Answers the form. */
  Page page(Map<String, String> fields, Visit visit) {
    if (!places.tryAcquire()) {
      return visit.sorry(503, "Not now", "Others are looking up their coins. Try again.");
    }
    try {
      return answer(fields, visit);
    } catch (BadField e) {
      return visit.sorry(400, "No payment", e.field() + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      return visit.sorry(400, "No payment", String.valueOf(e.getMessage()));
    } finally {
      places.release();
    }
  }

  private Page answer(Map<String, String> fields, Visit visit) {
    var form = new LinkedHashMap<>(fields);
    form.keySet().removeAll(OWN);
    var payment =
        splits
            .made(form, visit)
            .flatMap(made -> seen(made, fields))
            .flatMap(TipFiles::payouts)
            .flatMap(payouts -> payment(payouts, fields));
    return switch (payment) {
      case Outcome.Done<UnsignedPayment>(UnsignedPayment done) -> page(done, fields, visit);
      case Outcome.Refused<UnsignedPayment>(String why, _) -> visit.sorry(400, "No payment", why);
      case Outcome.Unknown<UnsignedPayment>(String why) -> visit.sorry(503, "Not now", why);
    };
  }

  /** What is paid is what was shown, although the map has gone on. */
  private static Outcome<Made> seen(Made made, Map<String, String> fields) {
    return made.audit().snapshotSha256().equals(fields.get(SEEN))
        ? Outcome.done(made)
        : Outcome.refused(
            "the map has had news since you saw the table, so the shares may be others: go back,"
                + " show who gets what again, and then pay",
            409);
  }

  private Outcome<UnsignedPayment> payment(Payouts payouts, Map<String, String> fields) {
    var query =
        new FundsQuery(
            lines(fields, "from"), lines(fields, "coin"), List.of(), typed(fields, "change"));
    return query
        .find(payouts.network(), this::source)
        .flatMap(funds -> rate(fields).flatMap(rate -> payment(payouts, funds, rate)));
  }

  private static Outcome<UnsignedPayment> payment(Payouts payouts, Funds funds, FeeRate rate) {
    return new Donation(payouts, funds.change(), rate).from(funds.coins());
  }

  private ChainSource source() {
    return chain.orElseThrow(
        () ->
            new IllegalArgumentException(
                "this map asks no chain server: name coins as TXID:VOUT=SAT@ADDRESS, and an address"
                    + " for the change"));
  }

  private Outcome<FeeRate> rate(Map<String, String> fields) {
    return typed(fields, "fee_rate")
        .map(text -> Outcome.done(TypedRate.read(text)))
        .orElseGet(
            () ->
                chain
                    .map(ChainSource::feeEstimates)
                    .orElse(Outcome.unknown("this map asks no chain server"))
                    .flatMap(TipPayments::bid));
  }

  private static Outcome<FeeRate> bid(FeeEstimates estimates) {
    return TypedRate.guessed(estimates)
        .map(Outcome::done)
        .orElse(Outcome.unknown("no server says what a payment must pay; type a fee rate"));
  }

  private static Optional<String> typed(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name)).map(String::strip).filter(it -> !it.isEmpty());
  }

  private static List<String> lines(Map<String, String> fields, String name) {
    return typed(fields, name).stream().flatMap(text -> Arrays.stream(text.split("\\s+"))).toList();
  }

  private static Page page(UnsignedPayment payment, Map<String, String> fields, Visit visit) {
    return fields.getOrDefault("as", "").equals("file")
        ? new Page(200, "application/octet-stream", payment.bytes(), Page.Lasting.NOT_KEPT)
        : new Page(
            200,
            Page.HTML,
            Html.payment(PaymentPage.of(payment, visit.frame("Payment"))),
            Page.Lasting.NOT_KEPT);
  }
}
