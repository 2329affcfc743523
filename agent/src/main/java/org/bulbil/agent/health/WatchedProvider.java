package org.bulbil.agent.health;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.Settings;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Accepted;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.Message;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.ServerOrder;
import org.bulbil.hosting.Terms;

/**
 * A provider whose health is kept. In quarantine it is not asked what can wait; acts, bills and
 * everything while it is urgent pass, so that no renewal is delayed. A will needs no provider.
 * Nothing is planted at a provider in quarantine, since its catalogue cannot be had.
 */
public final class WatchedProvider implements Provider {

  private final Provider provider;
  private final HealthRecord record;
  private final BooleanSupplier urgent;
  private final Time time;

  /**
   * @param urgent whether the lease needs care soon, or is not known
   */
  public WatchedProvider(
      Provider provider, Journal journal, Settings settings, BooleanSupplier urgent, Time time) {
    this(provider, record(journal, settings, time), urgent, time);
  }

  WatchedProvider(Provider provider, HealthRecord record, BooleanSupplier urgent, Time time) {
    this.provider = provider;
    this.record = record;
    this.urgent = urgent;
    this.time = time;
  }

  private static HealthRecord record(Journal journal, Settings settings, Time time) {
    var quarantine = Quarantine.of(settings.rhythm().heartbeat(), settings.lease().day());
    return new HealthRecord(journal, quarantine, time);
  }

  public Health health() {
    return record.now();
  }

  /** What must not wait. */
  private <T> Outcome<T> pass(Outcome<T> answer) {
    switch (answer) {
      case Outcome.Done<T> _, Outcome.Refused<T> _ -> record.answered();
      case Outcome.Unknown<T>(String cause) -> record.failed(cause);
    }
    return answer;
  }

  /** What can wait. */
  private <T> Outcome<T> ask(Supplier<Outcome<T>> question) {
    return record.now().isQuarantined(time.now()) && !urgent.getAsBoolean()
        ? Outcome.unknown("not asked before " + again() + ": the provider has failed too often")
        : pass(question.get());
  }

  private Instant again() {
    return record.now().askAgain().orElseThrow().truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public String name() {
    return provider.name();
  }

  @Override
  public Terms terms() {
    return provider.terms();
  }

  @Override
  public CreditToken tokenFor(CreditToken account, LeaseId lease) {
    return provider.tokenFor(account, lease);
  }

  @Override
  public Outcome<Instant> clock() {
    return ask(provider::clock);
  }

  @Override
  public Outcome<Catalogue> catalogue() {
    return ask(provider::catalogue);
  }

  @Override
  public Outcome<Cents> quote(String plan, int days) {
    return ask(() -> provider.quote(plan, days));
  }

  @Override
  public Outcome<CreditToken> mint() {
    return pass(provider.mint());
  }

  @Override
  public Outcome<Invoice> invoice(CreditToken token, Cents amount) {
    return pass(provider.invoice(token, amount));
  }

  @Override
  public Outcome<List<Invoice>> invoices(CreditToken token) {
    return pass(provider.invoices(token));
  }

  @Override
  public Outcome<Invoice> invoice(CreditToken token, InvoiceId id) {
    return pass(provider.invoice(token, id));
  }

  @Override
  public Outcome<Cents> credit(CreditToken token) {
    return ask(() -> provider.credit(token));
  }

  @Override
  public Outcome<LeaseId> launch(CreditToken token, ServerOrder order) {
    return pass(provider.launch(token, order));
  }

  @Override
  public Outcome<Accepted> install(CreditToken token, LeaseId id, String userData) {
    return pass(provider.install(token, id, userData));
  }

  @Override
  public Outcome<List<Lease>> leases(CreditToken token, Hostname hostname) {
    return ask(() -> provider.leases(token, hostname));
  }

  @Override
  public Outcome<Lease> lease(CreditToken token, LeaseId id) {
    return ask(() -> provider.lease(token, id));
  }

  @Override
  public Outcome<Accepted> topUp(CreditToken token, LeaseId id, int days) {
    return pass(provider.topUp(token, id, days));
  }

  @Override
  public Outcome<Accepted> start(CreditToken token, LeaseId id) {
    return pass(provider.start(token, id));
  }

  @Override
  public Outcome<List<Message>> messages(CreditToken token) {
    return ask(() -> provider.messages(token));
  }
}
