package org.bulbil.hosting.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.Accepted;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.Message;
import org.bulbil.hosting.PaymentRequest;
import org.bulbil.hosting.ServerOrder;

/** One token's money, bills, servers and messages; told the time, it lets them age. */
final class Account {

  private Cents credit = Cents.ZERO;
  private final Map<InvoiceId, Invoice> invoices = new LinkedHashMap<>();
  private final Map<LeaseId, Lease> leases = new LinkedHashMap<>();
  private final List<ServerOrder> orders = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();

  Cents credit() {
    return credit;
  }

  void grant(Cents amount) {
    credit = credit.plus(amount);
  }

  /** Takes the price of something off the credit, if it is there. */
  Outcome<Accepted> charge(Cents price) {
    if (!credit.covers(price)) {
      return Outcome.refused("needed " + price + ", balance " + credit, 402);
    }
    credit = credit.minus(price);
    return Outcome.done(new Accepted());
  }

  void add(Invoice invoice) {
    invoices.put(invoice.id(), invoice);
  }

  List<Invoice> invoices(Instant now) {
    return invoices.values().stream().map(invoice -> aged(invoice, now)).toList();
  }

  Outcome<Invoice> invoice(InvoiceId id, Instant now) {
    return found(invoices, id).map(invoice -> aged(invoice, now));
  }

  private static Invoice aged(Invoice invoice, Instant now) {
    return invoice.isPaid() || now.isBefore(invoice.expires())
        ? invoice
        : changed(invoice, Optional.empty(), Optional.empty(), true);
  }

  void pay(InvoiceId id, String txid, Instant now) {
    var invoice = present(invoices, id);
    if (!invoice.isPayable(now)) {
      throw new IllegalStateException("invoice " + id + " is paid or expired");
    }
    add(changed(invoice, Optional.of(now), Optional.of(txid), false));
    grant(invoice.credits());
  }

  void payAnyway(InvoiceId id, String txid, Instant now) {
    var invoice = present(invoices, id);
    add(changed(invoice, Optional.of(now), Optional.of(txid), false));
    grant(invoice.credits());
  }

  void reprice(InvoiceId id, Sats amount) {
    var old = present(invoices, id);
    add(
        new Invoice(
            id,
            new PaymentRequest(old.request().address(), amount),
            old.credits(),
            old.created(),
            old.expires(),
            old.paid(),
            old.txid(),
            old.expired()));
  }

  private static Invoice changed(
      Invoice from, Optional<Instant> paid, Optional<String> txid, boolean expired) {
    return new Invoice(
        from.id(),
        from.request(),
        from.credits(),
        from.created(),
        from.expires(),
        paid,
        txid,
        expired);
  }

  void build(LeaseId id, ServerOrder order, Instant expiry) {
    orders.add(order);
    leases.put(
        id,
        new Lease(
            id,
            order.hostname(),
            order.plan(),
            order.region(),
            Optional.of("127.1.0." + orders.size()),
            expiry,
            Lease.State.RUNNING));
  }

  List<ServerOrder> orders() {
    return List.copyOf(orders);
  }

  List<Lease> leases(Hostname hostname, Instant now) {
    return leases.values().stream()
        .filter(lease -> lease.hostname().equals(hostname))
        .map(lease -> aged(lease, now))
        .toList();
  }

  Outcome<Lease> lease(LeaseId id, Instant now) {
    return found(leases, id).map(lease -> aged(lease, now));
  }

  /** The lease, unless it is gone. */
  Outcome<Lease> liveLease(LeaseId id, Instant now) {
    return lease(id, now)
        .flatMap(
            lease ->
                lease.isLive()
                    ? Outcome.done(lease)
                    : Outcome.refused("the server is deleted", 422));
  }

  private static Lease aged(Lease lease, Instant now) {
    return now.isBefore(lease.expiry()) ? lease : lease.withState(Lease.State.DELETED);
  }

  Accepted extend(LeaseId id, Duration length) {
    leases.computeIfPresent(id, (_, lease) -> lease.withExpiry(lease.expiry().plus(length)));
    return new Accepted();
  }

  Accepted turn(LeaseId id, Lease.State state) {
    leases.put(id, present(leases, id).withState(state));
    return new Accepted();
  }

  void add(Message message) {
    messages.add(message);
  }

  List<Message> messages() {
    return List.copyOf(messages);
  }

  private static <K, V> Outcome<V> found(Map<K, V> map, K key) {
    var value = map.get(key);
    return value == null ? Outcome.refused("there is no such thing", 404) : Outcome.done(value);
  }

  private static <K, V> V present(Map<K, V> map, K key) {
    var value = map.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the testing provider's book has no " + key);
    }
    return value;
  }
}
