package org.bulbil.sandbox.provider.estate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bulbil.sandbox.provider.book.Event.PaymentStranded.Why;
import org.bulbil.sandbox.provider.till.Receipt;

/** One invoice with what has been seen at its address. */
final class Bill {

  private Invoice invoice;

  /** When each payment that is not settled yet was first seen, by its txid. */
  private final Map<String, Instant> seen = new HashMap<>();

  /** Payments that were credited or stranded; each is judged once. */
  private final Set<String> settled = new HashSet<>();

  private boolean lapsed;

  Bill(Invoice invoice) {
    this.invoice = invoice;
  }

  Invoice invoice() {
    return invoice;
  }

  /**
   * Takes note of what is at the address now: what is new, and what has vanished.
   *
   * @return the payments that have {@code confirmations} and were never judged
   */
  List<Receipt> look(List<Receipt> receipts, int confirmations, Instant now) {
    seen.keySet().retainAll(receipts.stream().map(Receipt::txid).toList());
    var due = new ArrayList<Receipt>();
    for (var receipt : receipts) {
      if (!settled.contains(receipt.txid())) {
        seen.putIfAbsent(receipt.txid(), now);
        if (receipt.confirmations() >= confirmations) {
          due.add(receipt);
        }
      }
    }
    showPaymentOnItsWay();
    return due;
  }

  private void showPaymentOnItsWay() {
    if (invoice.paid().isEmpty()) {
      invoice =
          invoice.withTxid(seen.keySet().stream().filter(this::isInTime).sorted().findFirst());
    }
  }

  private boolean isInTime(String txid) {
    return seen.getOrDefault(txid, Instant.MAX).isBefore(invoice.expiry());
  }

  /** What is wrong with a payment; empty where it pays this invoice. */
  Optional<Why> flaw(Receipt receipt) {
    if (invoice.paid().isPresent()) {
      return Optional.of(Why.PAID_ALREADY);
    }
    if (!isInTime(receipt.txid())) {
      return Optional.of(Why.TOO_LATE);
    }
    return receipt.amount().covers(invoice.price())
        ? Optional.empty()
        : Optional.of(Why.TOO_LITTLE);
  }

  void credit(Receipt receipt, Instant now) {
    settle(receipt);
    invoice = invoice.paidBy(receipt.txid(), now);
  }

  void settle(Receipt receipt) {
    settled.add(receipt.txid());
    seen.remove(receipt.txid());
    showPaymentOnItsWay();
  }

  /** Whether it has expired since the last time this was asked, with no payment on its way. */
  boolean lapses(Instant now) {
    if (lapsed || !invoice.isExpired(now) || invoice.txid().isPresent()) {
      return false;
    }
    lapsed = true;
    return true;
  }
}
