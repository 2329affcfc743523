package org.bulbil.agent.purchase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.purchase.Purchase.Bill;
import org.bulbil.agent.purchase.Purchase.State;
import org.bulbil.bitcoin.store.Column;
import org.bulbil.bitcoin.store.Form;
import org.bulbil.bitcoin.store.Row;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.bitcoin.store.Table;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Sats;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.PaymentRequest;

/** The table of purchases. */
final class PurchaseBook {

  /** More than a few stranded purchases are a broken provider, and each look is a question. */
  private static final int STRANDED_LOOKED_AT = 3;

  private static final Form<Purchase> FORM =
      new Form<>(
          "purchase",
          List.of(
              Column.number("id"),
              Column.text("purpose"),
              Column.number("cents"),
              Column.number("fee_percent"),
              Column.text("state"),
              Column.text("invoice").optional(),
              Column.text("address").optional(),
              Column.number("sats").optional(),
              Column.number("expires").optional(),
              Column.number("made"),
              Column.number("changed"),
              Column.text("words")),
          PurchaseBook::values,
          PurchaseBook::purchase);

  private final Store store;
  private final Table<Long, Purchase> purchases;

  PurchaseBook(Store store) {
    this.store = store;
    this.purchases = store.table(FORM, Purchase::id);
  }

  Purchase add(String purpose, Cents amount, int feePercent, Instant now, String words) {
    return store.transact(
        () -> {
          var purchase =
              new Purchase(
                  purchases.last().map(Purchase::id).orElse(0L) + 1,
                  purpose,
                  amount,
                  feePercent,
                  State.WANTED,
                  Optional.empty(),
                  now,
                  now,
                  words);
          purchases.put(purchase);
          return purchase;
        });
  }

  Optional<Purchase> newest(String purpose) {
    for (var purchase : purchases.all().reversed()) {
      if (purchase.purpose().equals(purpose)) {
        return Optional.of(purchase);
      }
    }
    return Optional.empty();
  }

  List<Purchase> newest(int count) {
    return purchases.all().reversed().stream().limit(count).toList();
  }

  /** The newest few that were given up, of those made since. */
  List<Purchase> stranded(String purpose, Instant since) {
    return purchases.all().reversed().stream()
        .filter(purchase -> purchase.state() == State.STRANDED)
        .filter(purchase -> purchase.purpose().equals(purpose) && purchase.made().isAfter(since))
        .limit(STRANDED_LOOKED_AT)
        .toList();
  }

  boolean knows(InvoiceId invoice) {
    return purchases.all().stream()
        .flatMap(purchase -> purchase.bill().stream())
        .anyMatch(bill -> bill.invoice().equals(invoice));
  }

  Purchase billed(Purchase purchase, Invoice invoice, Instant now) {
    var bill = new Bill(invoice.id(), invoice.request(), invoice.expires());
    return put(
        now(purchase)
            .withBill(bill)
            .moved(State.INVOICED, "asked " + invoice.request().amount(), now));
  }

  Purchase move(Purchase purchase, State state, String words, Instant now) {
    return put(now(purchase).moved(state, words, now));
  }

  private Purchase put(Purchase purchase) {
    purchases.put(purchase);
    return purchase;
  }

  /** As it stands on disk, whatever the caller has. */
  private Purchase now(Purchase purchase) {
    return purchases.find(purchase.id()).orElseThrow();
  }

  private static List<?> values(Purchase purchase) {
    var bill = purchase.bill();
    return List.of(
        purchase.id(),
        purchase.purpose(),
        purchase.amount().value(),
        purchase.feePercent(),
        purchase.state().name(),
        bill.map(it -> it.invoice().value()),
        bill.map(it -> it.request().address()),
        bill.map(it -> it.request().amount().value()),
        bill.map(Bill::expires),
        purchase.made(),
        purchase.changed(),
        purchase.words());
  }

  private static Purchase purchase(Row row) {
    return new Purchase(
        row.number("id"),
        row.text("purpose"),
        Cents.of(row.number("cents")),
        row.integer("fee_percent"),
        State.valueOf(row.text("state")),
        row.optionalText("invoice").map(invoice -> bill(invoice, row)),
        row.instant("made"),
        row.instant("changed"),
        row.text("words"));
  }

  private static Bill bill(String invoice, Row row) {
    return new Bill(
        new InvoiceId(invoice),
        new PaymentRequest(row.text("address"), Sats.of(row.number("sats"))),
        row.instant("expires"));
  }
}
