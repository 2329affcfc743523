package org.bulbil.hosting.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Accepted;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.Message;
import org.bulbil.hosting.PaymentRequest;
import org.bulbil.hosting.ServerOrder;
import org.bulbil.hosting.Terms;

/**
 * The books of a {@link TestingProvider}: accounts, bills and servers, with the rules of a real
 * provider and none of its troubles. A test also uses it to pay bills, suspend servers and write
 * notices.
 */
public final class Book {

  /** How long a bill can be paid. */
  public static final Duration INVOICE_LIFE = Duration.ofHours(1);

  private final Time time;
  private final Day day;
  private final Catalogue catalogue;
  private final Terms terms;
  private final Rate rate;
  private final RandomGenerator random;
  private Supplier<String> addresses = () -> "bcrt1q" + letters(38);
  private final Map<CreditToken, Account> accounts = new LinkedHashMap<>();

  /** One token's money, bills, servers and messages. */
  private static final class Account {
    Cents credit = Cents.ZERO;
    final Map<InvoiceId, Invoice> invoices = new LinkedHashMap<>();
    final Map<LeaseId, Lease> leases = new LinkedHashMap<>();
    final Map<LeaseId, ServerOrder> orders = new LinkedHashMap<>();
    final List<Message> messages = new ArrayList<>();
  }

  public Book(
      Time time, Day day, Catalogue catalogue, Terms terms, Rate rate, RandomGenerator random) {
    this.time = time;
    this.day = day;
    this.catalogue = catalogue;
    this.terms = terms;
    this.rate = rate;
    this.random = random;
  }

  /** From now on bills are to be paid to these addresses: real ones, on a chain of the test's. */
  public void useAddresses(Supplier<String> fresh) {
    addresses = fresh;
  }

  Terms terms() {
    return terms;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** As a payment of exactly the amount, in time and confirmed, does: the token gains credit. */
  public synchronized void pay(CreditToken token, InvoiceId id, String txid) {
    var account = account(token);
    var invoice = found(account.invoices, id);
    if (!invoice.isPayable(time.now())) {
      throw new IllegalStateException("invoice " + id + " is paid or expired");
    }
    account.invoices.put(id, paid(invoice, txid));
    account.credit = account.credit.plus(invoice.credits());
  }

  private Invoice paid(Invoice invoice, String txid) {
    return new Invoice(
        invoice.id(),
        invoice.request(),
        invoice.credits(),
        invoice.created(),
        invoice.expires(),
        Optional.of(time.now()),
        Optional.of(txid),
        false);
  }

  /** Credit from nowhere, for a test that is not about paying. */
  public synchronized void grant(CreditToken token, Cents amount) {
    var account = account(token);
    account.credit = account.credit.plus(amount);
  }

  /** Powers a server off, as for want of credit. */
  public synchronized void suspend(CreditToken token, LeaseId id) {
    setState(token, id, Lease.State.SUSPENDED);
  }

  /** Takes a server away, as for abuse. */
  public synchronized void delete(CreditToken token, LeaseId id) {
    setState(token, id, Lease.State.DELETED);
  }

  /** Writes to the customer. */
  public synchronized void notify(CreditToken token, String text) {
    account(token).messages.add(new Message(time.now(), Message.Sender.PROVIDER, text));
  }

  /** Every order of this token that was carried out, oldest first. */
  public synchronized List<ServerOrder> orders(CreditToken token) {
    return List.copyOf(account(token).orders.values());
  }

  CreditToken mint() {
    var token = new CreditToken("ss_t_" + letters(27));
    accounts.put(token, new Account());
    return token;
  }

  Outcome<Cents> quote(String plan, int days) {
    if (days < 1 || days > terms.mostDaysAtOnce()) {
      return Outcome.refused("days must be 1 to " + terms.mostDaysAtOnce(), 422);
    }
    return catalogue
        .plan(plan)
        .map(known -> Outcome.done(known.rentFor(days)))
        .orElseGet(() -> Outcome.refused("no plan " + plan, 422));
  }

  Outcome<Invoice> bill(CreditToken token, Cents amount) {
    if (amount.value() % 100 != 0 || !amount.covers(terms.smallestInvoice())) {
      return Outcome.refused("whole dollars, at least " + terms.smallestInvoice(), 422);
    }
    return withAccount(token, account -> Outcome.done(newInvoice(account, amount)));
  }

  private Invoice newInvoice(Account account, Cents amount) {
    var now = time.now();
    var request = new PaymentRequest(addresses.get(), rate.satsFor(amount));
    var invoice =
        new Invoice(
            new InvoiceId(letters(12)),
            request,
            amount,
            now,
            now.plus(INVOICE_LIFE),
            Optional.empty(),
            Optional.empty(),
            false);
    account.invoices.put(invoice.id(), invoice);
    return invoice;
  }

  Outcome<List<Invoice>> invoices(CreditToken token) {
    return withAccount(
        token,
        account -> Outcome.done(account.invoices.values().stream().map(this::aged).toList()));
  }

  Outcome<Invoice> invoice(CreditToken token, InvoiceId id) {
    return withAccount(
        token,
        account ->
            Optional.ofNullable(account.invoices.get(id))
                .map(invoice -> Outcome.done(aged(invoice)))
                .orElseGet(() -> Outcome.refused("no such invoice", 404)));
  }

  private Invoice aged(Invoice invoice) {
    return invoice.isPaid() || time.now().isBefore(invoice.expires())
        ? invoice
        : new Invoice(
            invoice.id(),
            invoice.request(),
            invoice.credits(),
            invoice.created(),
            invoice.expires(),
            invoice.paid(),
            invoice.txid(),
            true);
  }

  Outcome<Cents> credit(CreditToken token) {
    return withAccount(token, account -> Outcome.done(account.credit));
  }

  Outcome<LeaseId> launch(CreditToken token, ServerOrder order) {
    if (catalogue.region(order.region()).isEmpty()) {
      return Outcome.refused("no region " + order.region(), 422);
    }
    return withAccount(
        token,
        account ->
            quote(order.plan(), order.days())
                .flatMap(price -> charge(account, price))
                .map(_ -> build(account, order)));
  }

  private LeaseId build(Account account, ServerOrder order) {
    var id = new LeaseId("ss_m_" + letters(32));
    account.orders.put(id, order);
    account.leases.put(
        id,
        new Lease(
            id,
            order.hostname(),
            order.plan(),
            order.region(),
            Optional.of("127.1.0." + (1 + account.leases.size())),
            time.now().plus(day.times(order.days())),
            Lease.State.RUNNING));
    return id;
  }

  private static Outcome<Accepted> charge(Account account, Cents price) {
    if (!account.credit.covers(price)) {
      return Outcome.refused("needed " + price + ", balance " + account.credit, 402);
    }
    account.credit = account.credit.minus(price);
    return Outcome.done(new Accepted());
  }

  Outcome<List<Lease>> leases(CreditToken token, Hostname hostname) {
    return withAccount(
        token,
        account ->
            Outcome.done(
                account.leases.values().stream()
                    .filter(lease -> lease.hostname().equals(hostname))
                    .map(this::aged)
                    .toList()));
  }

  Outcome<Lease> lease(CreditToken token, LeaseId id) {
    return withLease(token, id, (_, lease) -> Outcome.done(lease));
  }

  Outcome<Accepted> topUp(CreditToken token, LeaseId id, int days) {
    return withLease(token, id, (account, lease) -> extend(account, lease, days));
  }

  private Outcome<Accepted> extend(Account account, Lease lease, int days) {
    var expiry = lease.expiry().plus(day.times(days));
    if (!lease.isLive()) {
      return Outcome.refused("the server is deleted", 422);
    }
    if (expiry.isAfter(time.now().plus(day.times(terms.mostDaysAhead())))) {
      return Outcome.refused("more than " + terms.mostDaysAhead() + " days ahead", 422);
    }
    return quote(lease.plan(), days)
        .flatMap(price -> charge(account, price))
        .map(
            done -> {
              account.leases.put(lease.id(), with(lease, expiry, lease.state()));
              return done;
            });
  }

  Outcome<Accepted> start(CreditToken token, LeaseId id) {
    return withLease(
        token,
        id,
        (_, lease) -> {
          if (!lease.isLive()) {
            return Outcome.refused("the server is deleted", 422);
          }
          setState(token, id, Lease.State.RUNNING);
          return Outcome.done(new Accepted());
        });
  }

  Outcome<List<Message>> messages(CreditToken token) {
    return withAccount(token, account -> Outcome.done(List.copyOf(account.messages)));
  }

  private Lease aged(Lease lease) {
    return time.now().isBefore(lease.expiry())
        ? lease
        : with(lease, lease.expiry(), Lease.State.DELETED);
  }

  private static Lease with(Lease lease, Instant expiry, Lease.State state) {
    return new Lease(
        lease.id(), lease.hostname(), lease.plan(), lease.region(), lease.address(), expiry, state);
  }

  private void setState(CreditToken token, LeaseId id, Lease.State state) {
    var account = account(token);
    var lease = found(account.leases, id);
    account.leases.put(id, with(lease, lease.expiry(), state));
  }

  private <T> Outcome<T> withAccount(CreditToken token, Function<Account, Outcome<T>> deed) {
    var account = accounts.get(token);
    return account == null ? Outcome.refused("no such token", 404) : deed.apply(account);
  }

  private <T> Outcome<T> withLease(
      CreditToken token, LeaseId id, BiFunction<Account, Lease, Outcome<T>> deed) {
    return withAccount(
        token,
        account ->
            Optional.ofNullable(account.leases.get(id))
                .map(lease -> deed.apply(account, aged(lease)))
                .orElseGet(() -> Outcome.refused("no such server", 404)));
  }

  private Account account(CreditToken token) {
    return found(accounts, token);
  }

  private static <K, V> V found(Map<K, V> map, K key) {
    var value = map.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the testing provider's book has no " + key);
    }
    return value;
  }

  private String letters(int count) {
    var letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(Character.forDigit(random.nextInt(36), 36));
    }
    return letters.toString();
  }
}
