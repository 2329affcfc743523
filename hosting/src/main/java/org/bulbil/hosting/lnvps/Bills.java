package org.bulbil.hosting.lnvps;

import static org.bulbil.hosting.json.Fields.required;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.json.JsonText;

/**
 * Bills for days of one machine, paid on chain. LNVPS quotes whole months, and then makes days of
 * whatever arrives at the address, by the rate when it is first seen; so a bill here is for any
 * amount, at today's rate.
 */
final class Bills {

  private static final int LISTED_MAX = 100;

  private final Wire wire;
  private final Shelf shelf;

  Bills(Wire wire, Shelf shelf) {
    this.wire = wire;
    this.shelf = shelf;
  }

  /** Asking again while the last quote is good (an hour) brings the same payment. */
  Outcome<Invoice> ask(NostrKey account, LeaseId machine, Cents amount) {
    return shelf
        .rate()
        .flatMap(
            rate ->
                wire.get(
                    account,
                    "/api/v1/vm/" + machine.value() + "/renew?method=onchain&intervals=1",
                    text -> bill(payment(text), amount, rate)));
  }

  private static Body.Payment payment(String text) {
    return required("data", JsonText.read(Body.OnePayment.class, text).data());
  }

  private static Invoice bill(Body.Payment payment, Cents amount, Rate rate) {
    var id = new BillId(Reading.paymentId(payment), amount, rate.satsFor(amount));
    return Reading.invoice(payment, id);
  }

  Outcome<Invoice> read(NostrKey account, InvoiceId id) {
    return BillId.read(id)
        .map(
            bill ->
                wire.get(
                    account,
                    "/api/v1/payment/" + bill.payment(),
                    text -> Reading.invoice(payment(text), bill)))
        .orElseGet(() -> Outcome.refused("there is no such bill", 404));
  }

  /** The machine's payments on chain, each as a bill for what LNVPS quotes or has received. */
  Outcome<List<Invoice>> all(NostrKey account, LeaseId machine) {
    return shelf
        .rate()
        .flatMap(
            rate ->
                wire.get(
                    account,
                    "/api/v1/vm/%s/payments?limit=%d".formatted(machine.value(), LISTED_MAX),
                    text -> list(text, rate)));
  }

  private static List<Invoice> list(String text, Rate rate) {
    return required("data", JsonText.read(Body.Payments.class, text).data()).stream()
        .filter(Objects::nonNull)
        .filter(Reading::isOnChain)
        .flatMap(payment -> listed(payment, rate).stream())
        .sorted(Comparator.comparing(Invoice::created))
        .toList();
  }

  private static Optional<Invoice> listed(Body.Payment payment, Rate rate) {
    var sats = Reading.quoted(payment);
    var cents = rate.centsFor(sats);
    return sats.isZero() || cents.isZero()
        ? Optional.empty()
        : Optional.of(
            Reading.invoice(payment, new BillId(Reading.paymentId(payment), cents, sats)));
  }
}
