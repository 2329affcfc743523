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

  /** Counts a bill as paid; what that buys. */
  Cents pay(InvoiceId id, String txid, Instant now) {
    if (!present(invoices, id).isPayable(now)) {
      throw new IllegalStateException("invoice " + id + " is paid or expired");
    }
    return payAnyway(id, txid, now);
  }

  Cents payAnyway(InvoiceId id, String txid, Instant now) {
    var invoice = present(invoices, id);
    add(changed(invoice, Optional.of(now), Optional.of(txid), false));
    return invoice.credits();
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

  LeaseId build(LeaseId id, ServerOrder order, Instant expiry) {
    orders.add(order);
    var address = Optional.of("127.1.0." + orders.size());
    leases.put(id, lease(id, order, address, expiry, Lease.State.RUNNING));
    return id;
  }

  /** An order that is not paid for yet. */
  LeaseId reserve(LeaseId id, ServerOrder order, Instant until) {
    orders.add(order);
    leases.put(id, lease(id, order, Optional.empty(), until, Lease.State.BUILDING));
    return id;
  }

  private static Lease lease(
      LeaseId id, ServerOrder order, Optional<String> address, Instant expiry, Lease.State state) {
    return new Lease(id, order.hostname(), order.plan(), order.region(), address, expiry, state);
  }

  /** The one server that is not gone; empty where there is none or several. */
  Optional<Lease> onlyLease(Instant now) {
    var live =
        leases.values().stream().map(lease -> aged(lease, now)).filter(Lease::isLive).toList();
    return live.size() == 1 ? Optional.of(live.getFirst()) : Optional.empty();
  }

  /** Makes a lease longer; its first days also switch the server on. */
  void prepay(Lease lease, Duration bought, Instant now) {
    var isFirst = lease.state() == Lease.State.BUILDING;
    leases.put(
        lease.id(),
        new Lease(
            lease.id(),
            lease.hostname(),
            lease.plan(),
            lease.region(),
            lease.address().or(() -> Optional.of("127.1.0." + orders.size())),
            (isFirst ? now : lease.expiry()).plus(bought),
            isFirst ? Lease.State.RUNNING : lease.state()));
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
