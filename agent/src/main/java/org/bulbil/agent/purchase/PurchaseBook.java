package org.bulbil.agent.purchase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.purchase.Purchase.Bill;
import org.bulbil.agent.purchase.Purchase.State;
import org.bulbil.bitcoin.store.Row;
import org.bulbil.bitcoin.store.Sqlite;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Sats;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.PaymentRequest;

/** The table of purchases. */
final class PurchaseBook {

  /** More than a few stranded purchases are a broken provider, and each look is a question. */
  private static final int STRANDED_LOOKED_AT = 3;

  private final Sqlite store;

  PurchaseBook(Sqlite store) {
    this.store = store;
  }

  Purchase add(String purpose, Cents amount, int feePercent, Instant now, String words) {
    return store.transact(
        t -> {
          t.update(
              "insert into purchase (purpose, cents, fee_percent, state, made, changed, words)"
                  + " values (?, ?, ?, ?, ?, ?, ?)",
              purpose,
              amount.value(),
              feePercent,
              State.WANTED.name(),
              now,
              now,
              words);
          return find(t.number("select last_insert_rowid() as n"));
        });
  }

  Purchase find(long id) {
    return store
        .transact(t -> t.first("select * from purchase where id = ?", PurchaseBook::purchase, id))
        .orElseThrow();
  }

  Optional<Purchase> newest(String purpose) {
    return store.transact(
        t ->
            t.first(
                "select * from purchase where purpose = ? order by id desc limit 1",
                PurchaseBook::purchase,
                purpose));
  }

  List<Purchase> newest(int count) {
    return store.transact(
        t ->
            t.list(
                "select * from purchase order by id desc limit ?", PurchaseBook::purchase, count));
  }

  /** The newest few that were given up, of those made since. */
  List<Purchase> stranded(String purpose, Instant since) {
    return store.transact(
        t ->
            t.list(
                "select * from purchase where purpose = ? and state = ? and made > ?"
                    + " order by id desc limit ?",
                PurchaseBook::purchase,
                purpose,
                State.STRANDED.name(),
                since,
                STRANDED_LOOKED_AT));
  }

  boolean knows(InvoiceId invoice) {
    return store.transact(
        t -> t.number("select count(*) as n from purchase where invoice = ?", invoice.value()) > 0);
  }

  Purchase billed(Purchase purchase, Invoice invoice, Instant now) {
    store.write(
        t ->
            t.update(
                "update purchase set invoice = ?, address = ?, sats = ?, expires = ? where id = ?",
                invoice.id().value(),
                invoice.request().address(),
                invoice.request().amount().value(),
                invoice.expires(),
                purchase.id()));
    return move(purchase, State.INVOICED, "asked " + invoice.request().amount(), now);
  }

  Purchase move(Purchase purchase, State state, String words, Instant now) {
    store.write(
        t ->
            t.update(
                "update purchase set state = ?, words = ?, changed = ? where id = ?",
                state.name(),
                words,
                now,
                purchase.id()));
    return find(purchase.id());
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
