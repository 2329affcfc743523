package org.bulbil.hosting.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
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
import org.bulbil.hosting.Prepayment;
import org.bulbil.hosting.ServerOrder;
import org.bulbil.hosting.Terms;

/**
 * The books of a {@link TestingProvider}: accounts, bills and servers, with the rules of a real
 * provider and none of its troubles. A test also uses it to pay bills, suspend servers and write
 * notices.
 */
public final class Book {

  /** An order that must be paid for by a bill is forgotten after this. */
  private static final Duration UNPAID_LIFE = Duration.ofHours(1);

  /** How long a bill can be paid. */
  public static final Duration INVOICE_LIFE = Duration.ofHours(1);

  private final Time time;
  private final Day day;
  private final Catalogue catalogue;
  private final Terms terms;
  private final RandomGenerator random;
  private Rate rate;
  private Duration billLife = INVOICE_LIFE;
  private Supplier<String> addresses = () -> "bcrt1q" + letters(38);
  private final Map<CreditToken, Account> accounts = new LinkedHashMap<>();
  private final Map<String, Bill> bills = new LinkedHashMap<>();

  /** Where a bill is found. */
  public record Bill(CreditToken token, InvoiceId invoice) {}

  /**
   * @param rate the price of bitcoin in its bills
   * @param random makes tokens, ids and addresses
   */
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

  /** From now on bills are made at this price of bitcoin. */
  public synchronized void price(Rate now) {
    rate = now;
  }

  /** What a bitcoin costs in bills made now. */
  public synchronized Rate price() {
    return rate;
  }

  /** From now on a bill can be paid for this long. */
  public synchronized void billsLive(Duration life) {
    billLife = life;
  }

  /** The bill that was ever to be paid to {@code address}. */
  public synchronized Optional<Bill> billAt(String address) {
    return Optional.ofNullable(bills.get(address));
  }

  /** Asks another amount for a bill that is not paid, as when its rate ran out. */
  public synchronized void reprice(CreditToken token, InvoiceId id, Sats amount) {
    present(token).reprice(id, amount);
  }

  /** Counts a bill as paid, whatever its state: late, or a second time. */
  public synchronized void payAnyway(CreditToken token, InvoiceId id, String txid) {
    var account = present(token);
    account.grant(account.payAnyway(id, txid, time.now()));
  }

  Terms terms() {
    return terms;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /**
   * As a payment of exactly the amount, in time and confirmed, does: the token gains credit, or its
   * server days where they stick to the machine.
   */
  public synchronized void pay(CreditToken token, InvoiceId id, String txid) {
    var account = present(token);
    var bought = account.pay(id, txid, time.now());
    switch (terms.prepayment()) {
      case CREDIT -> account.grant(bought);
      case ON_MACHINE -> prepay(account, bought);
    }
  }

  private void prepay(Account account, Cents bought) {
    var lease = account.onlyLease(time.now()).orElseThrow();
    var rent = catalogue.plan(lease.plan()).orElseThrow().rent();
    account.prepay(lease, day.of((double) bought.value() / rent.value()), time.now());
  }

  /** Days of the token's only server from nowhere, for a test that is not about paying. */
  public synchronized void prepay(CreditToken token, int days) {
    var account = present(token);
    account.prepay(account.onlyLease(time.now()).orElseThrow(), day.times(days), time.now());
  }

  /** Credit from nowhere, for a test that is not about paying. */
  public synchronized void grant(CreditToken token, Cents amount) {
    present(token).grant(amount);
  }

  /** Powers a server off, as for want of credit. */
  public synchronized void suspend(CreditToken token, LeaseId id) {
    present(token).turn(id, Lease.State.SUSPENDED);
  }

  /** Takes a server away, as for abuse. */
  public synchronized void delete(CreditToken token, LeaseId id) {
    present(token).turn(id, Lease.State.DELETED);
  }

  /** Writes to the customer. */
  public synchronized void notify(CreditToken token, String text) {
    present(token).add(new Message(time.now(), Message.Sender.PROVIDER, text));
  }

  /** Every order of this token that was carried out, oldest first. */
  public synchronized List<ServerOrder> orders(CreditToken token) {
    return present(token).orders();
  }

  /** Every token that was minted, oldest first, also where the answer was lost. */
  public synchronized List<CreditToken> tokens() {
    return List.copyOf(accounts.keySet());
  }

  synchronized CreditToken mint() {
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

  synchronized Outcome<Invoice> bill(CreditToken token, Cents amount) {
    if (!amount.covers(terms.smallestInvoice())) {
      return Outcome.refused("at least " + terms.smallestInvoice(), 422);
    }
    return account(token).flatMap(this::billable).map(account -> bill(token, account, amount));
  }

  private Outcome<Account> billable(Account account) {
    return terms.prepayment() == Prepayment.CREDIT || account.onlyLease(time.now()).isPresent()
        ? Outcome.done(account)
        : Outcome.refused("a bill is for one server, and there is not one", 422);
  }

  private Invoice bill(CreditToken token, Account account, Cents amount) {
    var now = time.now();
    var invoice =
        new Invoice(
            new InvoiceId(letters(12)),
            new PaymentRequest(addresses.get(), rate.satsFor(amount)),
            amount,
            now,
            now.plus(billLife),
            Optional.empty(),
            Optional.empty(),
            false);
    account.add(invoice);
    bills.put(invoice.request().address(), new Bill(token, invoice.id()));
    return invoice;
  }

  synchronized Outcome<List<Invoice>> invoices(CreditToken token) {
    return account(token).map(account -> account.invoices(time.now()));
  }

  synchronized Outcome<Invoice> invoice(CreditToken token, InvoiceId id) {
    return account(token).flatMap(account -> account.invoice(id, time.now()));
  }

  synchronized Outcome<Cents> credit(CreditToken token) {
    return account(token).map(Account::credit);
  }

  synchronized Outcome<LeaseId> launch(CreditToken token, ServerOrder order) {
    if (catalogue.region(order.region()).isEmpty()) {
      return Outcome.refused("no region " + order.region(), 422);
    }
    return account(token)
        .flatMap(
            account ->
                quote(order.plan(), order.days()).flatMap(price -> build(account, order, price)));
  }

  private Outcome<LeaseId> build(Account account, ServerOrder order, Cents price) {
    var id = new LeaseId("ss_m_" + letters(32));
    return switch (terms.prepayment()) {
      case CREDIT ->
          account.charge(price).map(_ -> account.build(id, order, after(day.times(order.days()))));
      case ON_MACHINE -> Outcome.done(account.reserve(id, order, after(UNPAID_LIFE)));
    };
  }

  private Instant after(Duration length) {
    return time.now().plus(length);
  }

  synchronized Outcome<List<Lease>> leases(CreditToken token, Hostname hostname) {
    return account(token).map(account -> account.leases(hostname, time.now()));
  }

  synchronized Outcome<Lease> lease(CreditToken token, LeaseId id) {
    return account(token).flatMap(account -> account.lease(id, time.now()));
  }

  synchronized Outcome<Accepted> topUp(CreditToken token, LeaseId id, int days) {
    return terms.prepayment() == Prepayment.ON_MACHINE
        ? Outcome.refused("there is no credit to top up from", 0)
        : topUpFromCredit(token, id, days);
  }

  private Outcome<Accepted> topUpFromCredit(CreditToken token, LeaseId id, int days) {
    return account(token)
        .flatMap(
            account ->
                account.liveLease(id, time.now()).flatMap(lease -> topUp(account, lease, days)));
  }

  private Outcome<Accepted> topUp(Account account, Lease lease, int days) {
    var expiry = lease.expiry().plus(day.times(days));
    if (expiry.isAfter(time.now().plus(day.times(terms.mostDaysAhead())))) {
      return Outcome.refused("more than " + terms.mostDaysAhead() + " days ahead", 422);
    }
    return quote(lease.plan(), days)
        .flatMap(account::charge)
        .map(_ -> account.extend(lease.id(), day.times(days)));
  }

  synchronized Outcome<Accepted> start(CreditToken token, LeaseId id) {
    return account(token)
        .flatMap(
            account ->
                account.liveLease(id, time.now()).map(_ -> account.turn(id, Lease.State.RUNNING)));
  }

  synchronized Outcome<List<Message>> messages(CreditToken token) {
    return account(token).map(Account::messages);
  }

  private Outcome<Account> account(CreditToken token) {
    var account = accounts.get(token);
    return account == null ? Outcome.refused("no such token", 404) : Outcome.done(account);
  }

  private Account present(CreditToken token) {
    return account(token)
        .answer()
        .orElseThrow(() -> new IllegalArgumentException("a token that was never minted here"));
  }

  private String letters(int count) {
    var letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(Character.forDigit(random.nextInt(36), 36));
    }
    return letters.toString();
  }
}
