package org.bulbil.agent.purchase;

import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.purchase.Purchase.Bill;
import org.bulbil.agent.purchase.Purchase.State;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.chain.FeeLevels;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.PaymentOrder;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;

/**
 * Pays an invoice, once. It is read again just before: nothing is sent for one that was paid by
 * somebody else, that asks another amount or address than when it was made, or that is about to
 * expire; and nothing while it cannot be read.
 */
final class Checkout {

  private final Desk desk;

  Checkout(Desk desk) {
    this.desk = desk;
  }

  Purchase pay(Purchase purchase, Bill bill, CreditToken token) {
    return desk.payment(purchase) // From before a crash.
        .map(payment -> paying(purchase, payment))
        .orElseGet(() -> read(purchase, bill, token));
  }

  private Purchase read(Purchase purchase, Bill bill, CreditToken token) {
    return switch (desk.provider().invoice(token, bill.invoice())) {
      case Outcome.Done<Invoice>(Invoice invoice) -> pay(purchase, bill, invoice);
      case Outcome.Refused<Invoice> refusal ->
          desk.abandon(purchase, "the invoice cannot be read: " + refusal.summary());
      case Outcome.Unknown<Invoice> _ -> isTooLate(purchase, bill) ? expired(purchase) : purchase;
    };
  }

  private Purchase pay(Purchase purchase, Bill bill, Invoice invoice) {
    if (invoice.isPaid()) {
      desk.journal().note(Entry.Kind.CREDIT, "somebody else paid for " + invoice.credits());
      return desk.move(purchase, State.CREDITED, "paid by somebody else; nothing was sent");
    }
    if (!invoice.request().equals(bill.request()) || !invoice.credits().equals(purchase.amount())) {
      return desk.abandon(
          purchase,
          "the invoice changed from %s to %s after it was made"
              .formatted(bill.request().amount(), invoice.request().amount()));
    }
    return invoice.expired() ? expired(purchase) : pay(purchase, bill);
  }

  private Purchase expired(Purchase purchase) {
    return desk.abandon(purchase, "the invoice expired before it was paid");
  }

  /** The expiry is looked at last: asking for estimates may take as long as one answer may. */
  private Purchase pay(Purchase purchase, Bill bill) {
    return switch (desk.wallet().feeLevels()) {
      case Outcome.Done<FeeLevels>(FeeLevels levels) ->
          isTooLate(purchase, bill) ? expired(purchase) : pay(purchase, bill, levels);
      case Outcome.Refused<FeeLevels> _, Outcome.Unknown<FeeLevels> _ -> purchase;
    };
  }

  private boolean isTooLate(Purchase purchase, Bill bill) {
    var margin = desk.patience().beforeExpiry(purchase.changed(), bill.expires());
    return bill.expires().minus(margin).isBefore(desk.time().now());
  }

  private Purchase pay(Purchase purchase, Bill bill, FeeLevels levels) {
    var believed = desk.patience().bidding().believed(levels, desk.left(bill.expires()));
    return switch (order(purchase, bill)) {
      case Outcome.Done<PaymentOrder>(PaymentOrder order) ->
          switch (desk.wallet().outbox().pay(order, believed)) {
            case PayAnswer.Recorded(Payment payment) -> paying(purchase, payment);
            case PayAnswer.CannotAfford(var missing) ->
                desk.abandon(purchase, missing + " are missing to pay " + bill.request().amount());
            case PayAnswer.TooExpensive(var fee, var cap) ->
                desk.abandon(purchase, "the fee would be " + fee + ", more than " + cap);
          };
      case Outcome.Refused<PaymentOrder>(String why, _) -> desk.abandon(purchase, why);
      case Outcome.Unknown<PaymentOrder>(String why) -> desk.abandon(purchase, why);
    };
  }

  private Outcome<PaymentOrder> order(Purchase purchase, Bill bill) {
    var purpose = purchase.purpose().equals(Purchase.RENT) ? Purpose.RENT : Purpose.ENDOWMENT;
    return Address.read(bill.request().address(), desk.patience().network())
        .flatMap(address -> order(purchase, bill, purpose, address));
  }

  private Outcome<PaymentOrder> order(
      Purchase purchase, Bill bill, Purpose purpose, Address address) {
    var fees = desk.patience().bidding().policy(desk.left(bill.expires()), purchase.feePercent());
    try {
      return Outcome.done(
          new PaymentOrder(purchase.reference(), purpose, address, bill.request().amount(), fees));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(String.valueOf(e.getMessage()), 0);
    }
  }

  private Purchase paying(Purchase purchase, Payment payment) {
    var words = "paid %s and %s of fee".formatted(payment.amount(), payment.fee());
    desk.journal().note(Entry.Kind.CREDIT, words + " for " + purchase.amount() + " of credit");
    return desk.move(purchase, State.PAYING, words);
  }
}
