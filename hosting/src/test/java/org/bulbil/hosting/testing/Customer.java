package org.bulbil.hosting.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.ServerOrder;

/** Who holds a provider to its contract, and can pay its bills. */
public abstract class Customer {

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** The one under test. */
  protected abstract Provider provider();

  /** The length of its days. */
  protected abstract Day day();

  /** Pays exactly what the bill says and comes back when the provider has counted it. */
  protected abstract void pay(CreditToken token, Invoice invoice) throws Exception;

  /**
   * A server that runs.
   *
   * @param account that it was ordered with
   * @param token that its bills are made out to
   */
  protected record Rented(
      CreditToken account, CreditToken token, LeaseId lease, ServerOrder order) {}

  /** A token to which a bill can be made out. */
  protected abstract CreditToken billable() throws Exception;

  /** A token with which so much can be launched. */
  protected abstract CreditToken solvent(Cents amount) throws Exception;

  /** A running server with so many days. */
  protected abstract Rented rented(int days) throws Exception;

  static void assertRefused(Outcome<?> outcome, int code) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  /** The answer; fails with the outcome's words where there is none. */
  protected static <T> T done(Outcome<T> outcome) {
    return outcome.answer().orElseThrow(() -> new AssertionError(outcome.summary()));
  }

  /** The cheapest plan that a relay can live on. */
  protected final Plan plan() {
    return done(provider().catalogue()).plans().stream()
        .filter(Plan::ipv4)
        .min(Comparator.comparing(Plan::rent))
        .orElseThrow();
  }

  /** A name that no test had before. */
  protected final Hostname hostname() {
    return new Hostname("contract" + COUNT.incrementAndGet());
  }

  /** An order for the cheapest plan in the first region. */
  protected final ServerOrder order(Hostname hostname, int days) {
    var region = done(provider().catalogue()).regions().getFirst().slug();
    return new ServerOrder(hostname, plan().slug(), region, days, "#!/bin/sh\nsleep 600\n");
  }

  final int tooManyDays() {
    return provider().terms().mostDaysAtOnce() + 1;
  }

  /** A token with at least this credit, paid for. */
  protected final CreditToken funded(Cents amount) throws Exception {
    var token = done(provider().mint());
    pay(token, done(provider().invoice(token, dollarsFor(amount))));
    return token;
  }

  final Cents dollarsFor(Cents amount) {
    var least = provider().terms().smallestInvoice();
    return least.covers(amount) ? least : Cents.dollars(amount.wholeDollarsUp());
  }
}
