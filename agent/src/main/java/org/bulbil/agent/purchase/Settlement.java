package org.bulbil.agent.purchase;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.purchase.Purchase.Bill;
import org.bulbil.agent.purchase.Purchase.State;
import org.bulbil.bitcoin.ScriptType;
import org.bulbil.bitcoin.outbox.BumpAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.payment.Weight;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;

/**
 * Brings a paid invoice to its end.
 *
 * <p>The provider's word that it is paid ends it well, whoever paid and whatever was credited: the
 * token's balance is the truth that policy reads. While our payment waits it bids higher towards
 * the invoice's expiry. Once the invoice is dead, an unconfirmed payment is withdrawn: replaced by
 * one to ourselves that shares its inputs, so that only one of the two can confirm. Nothing is ever
 * paid on top, whatever the provider says is missing.
 */
final class Settlement {

  /** By our own clock a dead invoice is one that expired so many blocks ago. */
  private static final int GRACE_BLOCKS = 2;

  private final Desk desk;

  Settlement(Desk desk) {
    this.desk = desk;
  }

  Purchase watch(Purchase purchase, Bill bill, CreditToken token) {
    var answer = desk.provider().invoice(token, bill.invoice());
    var payment =
        desk.payment(purchase)
            .orElseThrow(() -> new IllegalStateException(purchase + " lost its payment"));
    return answer
        .answer()
        .filter(Invoice::isPaid)
        .map(invoice -> credited(purchase, payment, invoice))
        .orElseGet(() -> wait(purchase, payment, bill, answer));
  }

  private Purchase credited(Purchase purchase, Payment payment, Invoice invoice) {
    desk.journal().note(Entry.Kind.CREDIT, invoice.credits() + " of credit arrived");
    if (!invoice.credits().equals(purchase.amount())) {
      desk.trouble(
          "the provider credited %s for %s".formatted(invoice.credits(), purchase.amount()));
    }
    stranger(payment, invoice)
        .ifPresent(
            other -> desk.trouble("the invoice was paid by " + other + ", which is not ours"));
    return desk.move(purchase, State.CREDITED, "credited");
  }

  /** The transaction that paid, where the provider names one that we did not make. */
  private static Optional<String> stranger(Payment payment, Invoice invoice) {
    return invoice
        .txid()
        .filter(
            txid ->
                payment.attempts().stream()
                    .noneMatch(attempt -> attempt.transaction().hex().equals(txid)));
  }

  private Purchase wait(Purchase purchase, Payment payment, Bill bill, Outcome<Invoice> answer) {
    return switch (payment.state()) {
      case DEAD -> desk.abandon(purchase, "its payment can never confirm");
      case CONFIRMED -> payment.isWithdrawn() ? withdrawn(purchase) : uncredited(purchase);
      case SIGNED, BROADCAST, REPLACED -> unconfirmed(purchase, payment, bill, answer);
    };
  }

  private Purchase withdrawn(Purchase purchase) {
    return desk.abandon(purchase, "the invoice died and its payment was taken back");
  }

  /** Our payment confirmed; the provider has a day to notice, from then. */
  private Purchase uncredited(Purchase purchase) {
    if (purchase.state() != State.CONFIRMED) {
      return desk.move(purchase, State.CONFIRMED, "confirmed, and not credited yet");
    }
    if (!desk.isOverdue(purchase, desk.patience().beforeGivingUp())) {
      return purchase;
    }
    var words =
        "the payment for %s confirmed, and the provider has not credited it in a day"
            .formatted(purchase.amount());
    desk.trouble(words);
    return desk.move(purchase, State.STRANDED, words);
  }

  private Purchase unconfirmed(
      Purchase purchase, Payment payment, Bill bill, Outcome<Invoice> answer) {
    return switch (purchase.state()) {
      case CONFIRMED -> desk.move(purchase, State.PAYING, "a reorganisation took its block away");
      case WITHDRAWING ->
          hasten(purchase, payment, desk.left(purchase.changed().plus(desk.patience().day())));
      case WANTED, INVOICED, PAYING, CREDITED, ABANDONED, STRANDED ->
          isDead(bill, answer)
              ? withdraw(purchase, payment)
              : hasten(purchase, payment, desk.left(bill.expires()));
    };
  }

  /** Whether an unconfirmed payment is in vain: the provider saw none, and says it is too late. */
  private boolean isDead(Bill bill, Outcome<Invoice> answer) {
    var grace = desk.patience().block().multipliedBy(GRACE_BLOCKS);
    var isLate = bill.expires().plus(grace).isBefore(desk.time().now());
    return switch (answer) {
      case Outcome.Done<Invoice>(Invoice read) ->
          read.txid().isEmpty() && (read.expired() || isLate);
      case Outcome.Refused<Invoice> _ -> isLate;
      case Outcome.Unknown<Invoice> _ -> false;
    };
  }

  private Purchase withdraw(Purchase purchase, Payment payment) {
    var bidding = desk.patience().bidding();
    var rate = bidding.rate(desk.levels(), desk.patience().day());
    return switch (desk.wallet().outbox().withdraw(payment.reference(), rate, bidding.cap())) {
      case BumpAnswer.Bumped _ -> {
        var words = "the invoice died; taking its payment back";
        desk.trouble(words);
        yield desk.move(purchase, State.WITHDRAWING, words);
      }
      case BumpAnswer.NotBumped(String why) -> {
        desk.trouble("the invoice died, and its payment cannot be taken back: " + why);
        yield purchase;
      }
    };
  }

  /** Bids higher for a payment that blocks pass by, up to the purchase's share at most. */
  private Purchase hasten(Purchase purchase, Payment payment, Duration left) {
    var bidding = desk.patience().bidding();
    var waited = Duration.between(payment.current().created(), desk.time().now());
    if (waited.compareTo(bidding.block()) >= 0) {
      bidding
          .raised(payment.rate(), waited, desk.levels(), left)
          .map(rate -> FeeRate.min(rate, dearest(purchase, payment)))
          .filter(rate -> rate.compareTo(payment.rate()) > 0)
          .ifPresent(
              rate -> {
                var _ = desk.wallet().outbox().bump(purchase.reference(), rate, bidding.cap());
              });
    }
    return purchase;
  }

  /** The rate at which the fee is the whole share that the purchase may spend on it. */
  private static FeeRate dearest(Purchase purchase, Payment payment) {
    if (payment.isWithdrawn()) {
      return FeeRate.MAX; // Its own cap is half of what comes back.
    }
    var outputs = List.of(payment.address().type(), ScriptType.P2WPKH);
    var vbytes = Weight.vbytes(payment.current().inputs().size(), outputs);
    return FeeRate.of(payment.amount().percent(purchase.feePercent()), vbytes);
  }
}
