package org.bulbil.hosting.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.ServerOrder;
import org.junit.jupiter.api.Test;

/**
 * What every provider, real, imitated or in memory, must keep to. Subclass it with a provider and
 * with hands that can pay its bills.
 */
public abstract class ProviderContract {

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** The one under test. */
  protected abstract Provider provider();

  /** The length of its days. */
  protected abstract Day day();

  /** Pays exactly what the bill says and comes back when the provider has counted it. */
  protected abstract void pay(CreditToken token, Invoice invoice) throws Exception;

  @Test
  protected void offersPlansAndRegionsAtTheQuotedPrice() {
    var catalogue = done(provider().catalogue());
    assertThat(catalogue.regions()).isNotEmpty();
    assertThat(catalogue.plans()).isNotEmpty();
    for (var days : List.of(1, 7, provider().terms().mostDaysAtOnce())) {
      var quote = done(provider().quote(plan().slug(), days));
      assertThat(quote).as("%d days", days).isEqualTo(plan().rentFor(days));
    }
  }

  @Test
  protected void quotesNothingThatItDoesNotOffer() {
    assertThat(provider().quote("no-such-plan", 1)).isInstanceOf(Outcome.Refused.class);
    assertThat(provider().quote(plan().slug(), 0)).isInstanceOf(Outcome.Refused.class);
    assertThat(provider().quote(plan().slug(), tooManyDays())).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  protected void everyMintedTokenIsNewAndEmpty() {
    var one = done(provider().mint());
    var two = done(provider().mint());
    assertThat(one).isNotEqualTo(two);
    assertThat(done(provider().credit(one))).isEqualTo(Cents.ZERO);
    assertThat(done(provider().invoices(one))).isEmpty();
    assertThat(done(provider().leases(one, hostname()))).isEmpty();
    assertThat(done(provider().messages(one))).isEmpty();
  }

  @Test
  protected void aBillCanBeReadAgainAndIsUnpaid() {
    var token = done(provider().mint());
    var amount = provider().terms().smallestInvoice();
    var bill = done(provider().invoice(token, amount));
    assertThat(bill.credits()).isEqualTo(amount);
    assertThat(bill.request().amount().isPositive()).isTrue();
    assertThat(bill.isPaid()).isFalse();
    assertThat(bill.isPayable(bill.created())).isTrue();
    assertThat(bill.isPayable(bill.expires())).isFalse();
    assertThat(done(provider().invoice(token, bill.id()))).isEqualTo(bill);
    assertThat(done(provider().invoices(token))).containsExactly(bill);
  }

  @Test
  protected void asksForANewBillEachTime() {
    var token = done(provider().mint());
    var amount = provider().terms().smallestInvoice();
    var one = done(provider().invoice(token, amount));
    var two = done(provider().invoice(token, amount));
    assertThat(one.id()).isNotEqualTo(two.id());
    assertThat(one.request().address()).isNotEqualTo(two.request().address());
    assertThat(done(provider().invoices(token))).containsExactlyInAnyOrder(one, two);
  }

  @Test
  protected void refusesABillBelowItsSmallest() {
    var token = done(provider().mint());
    var least = provider().terms().smallestInvoice();
    if (least.equals(Cents.dollars(1))) {
      return; // There is no smaller one in whole dollars.
    }
    var bill = provider().invoice(token, least.minus(Cents.dollars(1)));
    assertThat(bill).isInstanceOf(Outcome.Refused.class);
    assertThat(done(provider().invoices(token))).isEmpty();
  }

  @Test
  protected void aPaidBillBecomesCreditOnce() throws Exception {
    var token = done(provider().mint());
    var bill = done(provider().invoice(token, provider().terms().smallestInvoice()));
    pay(token, bill);
    var paid = done(provider().invoice(token, bill.id()));
    assertThat(paid.isPaid()).isTrue();
    assertThat(paid.txid()).isPresent();
    assertThat(paid.isPayable(bill.created())).isFalse();
    assertThat(done(provider().credit(token))).isEqualTo(bill.credits());
  }

  @Test
  protected void anUnpaidTokenBuysNothing() {
    var token = done(provider().mint());
    var order = order(hostname(), 1);
    assertRefused(provider().launch(token, order), 402);
    assertThat(done(provider().leases(token, order.hostname()))).isEmpty();
  }

  @Test
  protected void aLaunchIsChargedAndFoundByItsHostname() throws Exception {
    var token = funded(plan().rentFor(3));
    var before = done(provider().credit(token));
    var order = order(hostname(), 3);
    var id = done(provider().launch(token, order));
    assertThat(done(provider().credit(token))).isEqualTo(before.minus(plan().rentFor(3)));
    var found = done(provider().leases(token, order.hostname()));
    assertThat(found).extracting(Lease::id).containsExactly(id);
    var lease = done(provider().lease(token, id));
    assertThat(lease.hostname()).isEqualTo(order.hostname());
    assertThat(lease.plan()).isEqualTo(order.plan());
    assertThat(lease.region()).isEqualTo(order.region());
    assertThat(lease.expiry()).isEqualTo(found.getFirst().expiry());
    assertThat(lease.isLive()).isTrue();
    assertThat(done(provider().leases(token, hostname()))).isEmpty();
  }

  @Test
  protected void launchingTwiceMakesTwoServers() throws Exception {
    var token = funded(plan().rentFor(2));
    var order = order(hostname(), 1);
    var one = done(provider().launch(token, order));
    var two = done(provider().launch(token, order));
    assertThat(done(provider().leases(token, order.hostname())))
        .extracting(Lease::id)
        .containsExactlyInAnyOrder(one, two);
  }

  @Test
  protected void refusesAnOrderForWhatItDoesNotOffer() throws Exception {
    var token = funded(plan().rentFor(1));
    var before = done(provider().credit(token));
    var good = order(hostname(), 1);
    var orders =
        List.of(
            new ServerOrder(good.hostname(), "no-such-plan", good.region(), 1, ""),
            new ServerOrder(good.hostname(), good.plan(), "nowhere", 1, ""),
            order(good.hostname(), tooManyDays()));
    for (var order : orders) {
      var outcome = provider().launch(token, order);
      assertThat(outcome).as(order.toString()).isInstanceOf(Outcome.Refused.class);
    }
    assertThat(done(provider().leases(token, good.hostname()))).isEmpty();
    assertThat(done(provider().credit(token))).isEqualTo(before);
  }

  @Test
  protected void aTopUpMovesTheExpiryByItsDaysEachTime() throws Exception {
    var token = funded(plan().rentFor(1 + 7 + 7));
    var id = done(provider().launch(token, order(hostname(), 1)));
    var before = done(provider().lease(token, id)).expiry();
    var credit = done(provider().credit(token));
    done(provider().topUp(token, id, 7));
    assertMoved(before, day().times(7), token, id);
    done(provider().topUp(token, id, 7));
    assertMoved(before, day().times(14), token, id);
    assertThat(done(provider().credit(token))).isEqualTo(credit.minus(plan().rentFor(14)));
  }

  private void assertMoved(Instant before, Duration moved, CreditToken token, LeaseId id) {
    var expiry = done(provider().lease(token, id)).expiry();
    assertThat(Duration.between(before, expiry)).isEqualTo(moved);
  }

  @Test
  protected void aTopUpWithoutCreditChangesNothing() throws Exception {
    var token = done(provider().mint());
    var bill = done(provider().invoice(token, dollarsFor(plan().rentFor(1))));
    pay(token, bill);
    var days = (int) bill.credits().dividedBy(plan().rent());
    var id = done(provider().launch(token, order(hostname(), Math.min(days, 1))));
    var before = done(provider().lease(token, id)).expiry();
    var affordable = (int) done(provider().credit(token)).dividedBy(plan().rent());
    if (affordable < provider().terms().mostDaysAtOnce()) {
      assertRefused(provider().topUp(token, id, affordable + 1), 402);
    }
    assertThat(done(provider().lease(token, id)).expiry()).isEqualTo(before);
  }

  @Test
  protected void aTopUpBeyondTheTermsCostsNothing() throws Exception {
    var terms = provider().terms();
    int steps = terms.mostDaysAhead() / terms.mostDaysAtOnce();
    var token = funded(plan().rentFor(1 + (steps + 1) * terms.mostDaysAtOnce()));
    var id = done(provider().launch(token, order(hostname(), 1)));
    assertThat(provider().topUp(token, id, tooManyDays())).isInstanceOf(Outcome.Refused.class);
    assertThat(provider().topUp(token, id, 0)).isInstanceOf(Outcome.Refused.class);
    var outcomes =
        IntStream.rangeClosed(0, steps)
            .mapToObj(_ -> provider().topUp(token, id, terms.mostDaysAtOnce()))
            .toList();
    assertThat(outcomes.getLast()).isInstanceOf(Outcome.Refused.class);
    var spent = plan().rentFor(steps * terms.mostDaysAtOnce());
    assertThat(outcomes.subList(0, steps)).allMatch(Outcome.Done.class::isInstance);
    assertThat(done(provider().credit(token)).covers(plan().rentFor(terms.mostDaysAtOnce())))
        .as("what the refused top-up would have cost is still there, %s was spent", spent)
        .isTrue();
  }

  @Test
  protected void startingARunningServerHarmsNothing() throws Exception {
    var token = funded(plan().rentFor(1));
    var id = done(provider().launch(token, order(hostname(), 1)));
    done(provider().start(token, id));
    assertThat(done(provider().lease(token, id)).isLive()).isTrue();
  }

  @Test
  protected void knowsNobodyElsesThings() throws Exception {
    var owner = funded(plan().rentFor(1));
    var bill = done(provider().invoice(owner, provider().terms().smallestInvoice()));
    var id = done(provider().launch(owner, order(hostname(), 1)));
    var stranger = done(provider().mint());
    assertRefused(provider().invoice(stranger, bill.id()), 404);
    assertRefused(provider().lease(stranger, id), 404);
    assertThat(provider().topUp(stranger, id, 1)).isInstanceOf(Outcome.Refused.class);
    assertThat(provider().start(stranger, id)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  protected void refusesWhatDoesNotExistWithoutNamingTheToken() {
    var token = done(provider().mint());
    var id = new LeaseId("ss_m_0000000000000000000000000000dead");
    var outcomes =
        List.of(
            provider().invoice(token, new InvoiceId("nosuchinvoice")),
            provider().lease(token, id),
            provider().topUp(token, id, 1),
            provider().start(token, id));
    for (var outcome : outcomes) {
      assertRefused(outcome, 404);
      assertThat(outcome.toString()).doesNotContain(token.value()).doesNotContain(id.value());
    }
  }

  private static void assertRefused(Outcome<?> outcome, int code) {
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

  private int tooManyDays() {
    return provider().terms().mostDaysAtOnce() + 1;
  }

  /** A token with at least this credit, paid for. */
  protected final CreditToken funded(Cents amount) throws Exception {
    var token = done(provider().mint());
    pay(token, done(provider().invoice(token, dollarsFor(amount))));
    return token;
  }

  private Cents dollarsFor(Cents amount) {
    var least = provider().terms().smallestInvoice();
    return least.covers(amount) ? least : Cents.dollars(amount.wholeDollarsUp());
  }
}
