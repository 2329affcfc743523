package org.bulbil.hosting.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.ServerOrder;
import org.junit.jupiter.api.Test;

/**
 * What every provider, real, imitated or in memory, must keep to. Subclass it with a provider and
 * with hands that can pay its bills.
 */
public abstract class ProviderContract extends Customer {

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
  protected void itsClockShowsATimeAndDoesNotGoBack() {
    var first = done(provider().clock());
    done(provider().mint());
    assertThat(done(provider().clock())).isAfterOrEqualTo(first).isAfter("2025-01-01T00:00:00Z");
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
    assumeTrue(least.covers(Cents.dollars(2)), "there is no smaller invoice in whole dollars");
    var bill = provider().invoice(token, least.minus(Cents.dollars(1)));
    assertThat(bill).isInstanceOf(Outcome.Refused.class);
    assertThat(done(provider().invoices(token))).isEmpty();
  }

  @Test
  protected void sellsWholeDollarsOnly() {
    var token = done(provider().mint());
    var odd = provider().terms().smallestInvoice().plus(Cents.of(1));
    assertThatThrownBy(() -> provider().invoice(token, odd))
        .isInstanceOf(IllegalArgumentException.class);
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
    var token = funded(plan().rentFor(1));
    var id = done(provider().launch(token, order(hostname(), 1)));
    var before = done(provider().lease(token, id)).expiry();
    var credit = done(provider().credit(token));
    int days = (int) credit.dividedBy(plan().rent()) + 1;
    assumeTrue(days < tooManyDays(), "the smallest invoice buys more than one top-up");
    assertRefused(provider().topUp(token, id, days), 402);
    assertThat(done(provider().lease(token, id)).expiry()).isEqualTo(before);
    assertThat(done(provider().credit(token))).isEqualTo(credit);
  }

  @Test
  protected void aTopUpBeyondTheTermsCostsNothing() throws Exception {
    var terms = provider().terms();
    int most = terms.mostDaysAtOnce();
    int steps = (terms.mostDaysAhead() - 1) / most;
    var token = funded(plan().rentFor(1 + (steps + 1) * most));
    var id = done(provider().launch(token, order(hostname(), 1)));
    var credit = done(provider().credit(token));
    assertThat(provider().topUp(token, id, 0)).isInstanceOf(Outcome.Refused.class);
    assertThat(provider().topUp(token, id, most + 1)).isInstanceOf(Outcome.Refused.class);
    for (int step = 0; step < steps; step++) {
      done(provider().topUp(token, id, most));
    }
    assertThat(provider().topUp(token, id, most)).isInstanceOf(Outcome.Refused.class);
    assertThat(done(provider().credit(token)))
        .isEqualTo(credit.minus(plan().rentFor(steps * most)));
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
}
