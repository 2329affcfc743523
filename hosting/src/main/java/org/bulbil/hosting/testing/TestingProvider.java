package org.bulbil.hosting.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
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
 * A whole provider in memory that does what a real one does, until it is told to misbehave. Its
 * {@link #book} is the truth that a test compares with what the caller came to believe.
 *
 * <p>Safe for use by several threads; acts happen one after the other.
 */
public final class TestingProvider implements Provider {

  /** What {@link Trouble#SILENT} costs: as long as a real client waits for one answer. */
  public static final Duration SILENCE = Duration.ofSeconds(30);

  private final Book book;
  private final Time time;
  private final Troubles troubles = new Troubles();

  public TestingProvider(Book book, Time time) {
    this.book = book;
    this.time = time;
  }

  /** What really happened here. */
  public Book book() {
    return book;
  }

  /** The switches for misbehaviour. */
  public Troubles troubles() {
    return troubles;
  }

  @Override
  public String name() {
    return "testing";
  }

  @Override
  public Terms terms() {
    return book.terms();
  }

  @Override
  public Outcome<Instant> clock() {
    return perform(Act.CLOCK, () -> Outcome.done(time.now()));
  }

  @Override
  public Outcome<Catalogue> catalogue() {
    return perform(Act.CATALOGUE, () -> Outcome.done(book.catalogue()));
  }

  @Override
  public Outcome<Cents> quote(String plan, int days) {
    return perform(Act.QUOTE, () -> book.quote(plan, days));
  }

  @Override
  public Outcome<CreditToken> mint() {
    return perform(Act.MINT, () -> Outcome.done(book.mint()));
  }

  @Override
  public Outcome<Invoice> invoice(CreditToken token, Cents amount) {
    if (amount.value() % 100 != 0) {
      throw new IllegalArgumentException("credit is sold in whole dollars: " + amount);
    }
    return perform(Act.INVOICE, () -> book.bill(token, amount));
  }

  @Override
  public Outcome<List<Invoice>> invoices(CreditToken token) {
    return perform(Act.LIST_INVOICES, () -> book.invoices(token));
  }

  @Override
  public Outcome<Invoice> invoice(CreditToken token, InvoiceId id) {
    return perform(Act.READ_INVOICE, () -> book.invoice(token, id));
  }

  @Override
  public Outcome<Cents> credit(CreditToken token) {
    return perform(Act.CREDIT, () -> book.credit(token));
  }

  @Override
  public Outcome<LeaseId> launch(CreditToken token, ServerOrder order) {
    return perform(Act.LAUNCH, () -> book.launch(token, order));
  }

  @Override
  public Outcome<List<Lease>> leases(CreditToken token, Hostname hostname) {
    return perform(Act.LIST_LEASES, () -> book.leases(token, hostname));
  }

  @Override
  public Outcome<Lease> lease(CreditToken token, LeaseId id) {
    return perform(Act.READ_LEASE, () -> book.lease(token, id));
  }

  @Override
  public Outcome<Accepted> topUp(CreditToken token, LeaseId id, int days) {
    return perform(Act.TOP_UP, () -> book.topUp(token, id, days));
  }

  @Override
  public Outcome<Accepted> start(CreditToken token, LeaseId id) {
    return perform(Act.START, () -> book.start(token, id));
  }

  @Override
  public Outcome<List<Message>> messages(CreditToken token) {
    return perform(Act.MESSAGES, () -> book.messages(token));
  }

  private <T> Outcome<T> perform(Act act, Supplier<Outcome<T>> deed) {
    return troubles.next(act).map(trouble -> this.<T>suffer(trouble, deed)).orElseGet(deed);
  }

  private <T> Outcome<T> suffer(Trouble trouble, Supplier<Outcome<T>> deed) {
    return switch (trouble) {
      case REFUSE -> Outcome.refused("not today", 400);
      case UNKNOWN_BEFORE -> Outcome.unknown("answered 502");
      case UNKNOWN_AFTER -> {
        var _ = deed.get();
        yield Outcome.unknown("no connection (after the request left)");
      }
      case REFUSE_AFTER -> {
        var _ = deed.get();
        yield Outcome.refused("needed more, and the balance is less", 402);
      }
      case SILENT -> silence();
    };
  }

  private <T> Outcome<T> silence() {
    try {
      time.pause(SILENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Outcome.unknown("no answer in time");
  }
}
