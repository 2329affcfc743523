package org.bulbil.sandbox.provider.estate;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.book.Event.PaymentStranded.Why;
import org.bulbil.sandbox.provider.book.InvoiceId;
import org.bulbil.sandbox.provider.book.ProviderBook;
import org.bulbil.sandbox.provider.book.Token;
import org.bulbil.sandbox.provider.till.Receipt;
import org.bulbil.sandbox.provider.trouble.Troubles;

/**
 * Makes invoices and credits what pays them. An invoice is paid by one payment of at least its
 * price, first seen before its expiry and confirmed at any time after. Not safe for use by several
 * threads.
 */
final class Cashier {

  /** Days after which nobody looks at an invoice's address any more. */
  private static final int WATCH_DAYS = 90;

  /** Open invoices of one token; an honest customer has one. */
  private static final int OPEN_MAX = 100;

  private final Terms terms;
  private final Ports ports;
  private final Names names;
  private final Purses purses;
  private final ProviderBook book;
  private final Troubles troubles;
  private final Map<InvoiceId, Bill> bills = new LinkedHashMap<>();

  Cashier(
      Terms terms, Ports ports, Names names, Purses purses, ProviderBook book, Troubles troubles) {
    this.terms = terms;
    this.ports = ports;
    this.names = names;
    this.purses = purses;
    this.book = book;
    this.troubles = troubles;
  }

  Outcome<Invoice> invoice(Token token, Cents amount, Instant now) {
    if (!amount.covers(terms.minimum())) {
      return Outcome.refused("The minimum is " + terms.minimum() + ", not " + amount + ".", 422);
    }
    if (of(token).stream().filter(each -> isOpen(each, now)).count() >= OPEN_MAX) {
      return Outcome.refused("Too many unpaid invoices: " + OPEN_MAX + ".", 422);
    }
    return Outcome.done(made(token, amount, now));
  }

  private static boolean isOpen(Invoice invoice, Instant now) {
    return invoice.paid().isEmpty() && !invoice.isExpired(now);
  }

  private Invoice made(Token token, Cents amount, Instant now) {
    var rate = ports.rate().get();
    var invoice =
        new Invoice(
            names.invoice(),
            token,
            ports.till().freshAddress(),
            rate.satsFor(amount),
            amount,
            rate,
            now,
            now.plus(terms.invoiceLife()),
            Optional.empty(),
            Optional.empty());
    bills.put(invoice.id(), new Bill(invoice));
    book.write(
        new Event.InvoiceMade(
            token, invoice.id(), invoice.address(), invoice.price(), amount, invoice.expiry()));
    return invoice;
  }

  List<Invoice> all() {
    return bills.values().stream().map(Bill::invoice).toList();
  }

  List<Invoice> of(Token token) {
    return all().stream().filter(invoice -> invoice.token().equals(token)).toList();
  }

  Outcome<Invoice> of(Token token, InvoiceId id) {
    return Optional.ofNullable(bills.get(id))
        .map(Bill::invoice)
        .filter(invoice -> invoice.token().equals(token))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused("Invoice not found.", 404));
  }

  /** The addresses at which something may still arrive, by invoice. */
  Map<InvoiceId, String> watched(Instant now) {
    var watched = new LinkedHashMap<InvoiceId, String>();
    for (var invoice : all()) {
      if (now.isBefore(invoice.created().plus(terms.day().times(WATCH_DAYS)))) {
        watched.put(invoice.id(), invoice.address());
      }
    }
    return watched;
  }

  /** Judges what was found at an invoice's address. */
  void take(InvoiceId id, List<Receipt> receipts, Instant now) {
    var bill = bills.get(id);
    if (bill == null) {
      throw new IllegalArgumentException("no invoice " + id);
    }
    for (var receipt : bill.look(receipts, terms.confirmations(), now)) {
      judge(bill, receipt, now);
    }
    if (bill.lapses(now)) {
      book.write(new Event.InvoiceExpired(bill.invoice().token(), id));
    }
  }

  private void judge(Bill bill, Receipt receipt, Instant now) {
    var flaw = bill.flaw(receipt);
    if (flaw.isPresent()) {
      strand(bill, receipt, flaw.get());
    } else if (troubles.forgetsThisCredit()) {
      strand(bill, receipt, Why.FORGOTTEN);
    } else {
      credit(bill, receipt, now);
    }
  }

  private void strand(Bill bill, Receipt receipt, Why why) {
    bill.settle(receipt);
    var invoice = bill.invoice();
    book.write(
        new Event.PaymentStranded(
            invoice.token(), invoice.id(), receipt.txid(), receipt.amount(), why));
  }

  private void credit(Bill bill, Receipt receipt, Instant now) {
    bill.credit(receipt, now);
    var invoice = bill.invoice();
    purses.credit(invoice.token(), invoice.amount());
    book.write(
        new Event.InvoicePaid(
            invoice.token(),
            invoice.id(),
            receipt.txid(),
            receipt.amount(),
            invoice.price(),
            invoice.amount()));
  }
}
