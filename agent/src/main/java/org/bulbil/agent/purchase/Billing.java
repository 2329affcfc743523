package org.bulbil.agent.purchase;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.journal.Act;
import org.bulbil.agent.journal.Intent;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;

/**
 * Gets an invoice. One whose answer was lost is looked for in the provider's list and adopted;
 * where it appears only after we asked for another, it is never paid, and expires.
 */
final class Billing {

  private final Desk desk;

  Billing(Desk desk) {
    this.desk = desk;
  }

  Purchase ask(Purchase purchase, CreditToken token) {
    if (desk.isOverdue(purchase, desk.patience().beforeGivingUp())) {
      return desk.abandon(purchase, "no invoice came in a day");
    }
    return desk.journal()
        .unsettled(Act.INVOICE, purchase.reference())
        .map(intent -> settle(purchase, intent, token))
        .orElseGet(() -> request(purchase, token));
  }

  private Purchase request(Purchase purchase, CreditToken token) {
    var intent =
        desk.journal().intend(Act.INVOICE, purchase.reference(), purchase.amount() + " of credit");
    var answer = desk.provider().invoice(token, purchase.amount());
    var next =
        switch (answer) {
          case Outcome.Done<Invoice>(Invoice invoice) -> billed(purchase, invoice);
          case Outcome.Refused<Invoice> refusal -> desk.abandon(purchase, refusal.summary());
          case Outcome.Unknown<Invoice> _ -> purchase;
        };
    desk.journal().settle(intent, answer);
    return next;
  }

  /** An invoice whose answer was lost: the provider's list says whether it exists. */
  private Purchase settle(Purchase purchase, Intent intent, CreditToken token) {
    return switch (desk.provider().invoices(token)) {
      case Outcome.Done<List<Invoice>>(List<Invoice> all) -> {
        var ours = lost(purchase, all);
        desk.journal()
            .settle(
                intent,
                ours.map(Outcome::done).orElse(Outcome.refused("no such invoice exists", 0)));
        yield ours.map(invoice -> billed(purchase, invoice)).orElse(purchase);
      }
      case Outcome.Refused<List<Invoice>> _, Outcome.Unknown<List<Invoice>> _ -> purchase;
    };
  }

  private Optional<Invoice> lost(Purchase purchase, List<Invoice> all) {
    return all.stream()
        .filter(invoice -> invoice.credits().equals(purchase.amount()))
        .filter(invoice -> invoice.isPayable(desk.time().now()))
        .filter(invoice -> !desk.book().knows(invoice.id()))
        .max(Comparator.comparing(Invoice::created));
  }

  private Purchase billed(Purchase purchase, Invoice invoice) {
    desk.learn(invoice.rate());
    return invoice.credits().equals(purchase.amount())
        ? desk.book().billed(purchase, invoice, desk.time().now())
        : desk.abandon(
            purchase, "the invoice is for " + invoice.credits() + ", which nobody asked for");
  }
}
