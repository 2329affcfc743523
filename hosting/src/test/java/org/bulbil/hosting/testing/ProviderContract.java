package org.bulbil.hosting.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.ServerOrder;
import org.junit.jupiter.api.Test;

/**
 * What every provider, real, imitated or in memory, must keep to, whatever becomes of the money
 * that it is paid: {@link CreditContract} and {@link MachineContract} say more of that.
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
  protected void everyMintedTokenIsNewAndHasNothing() {
    var one = done(provider().mint());
    var two = done(provider().mint());
    assertThat(one).isNotEqualTo(two);
    assertThat(done(provider().credit(one))).isEqualTo(Cents.ZERO);
    assertThat(done(provider().leases(one, hostname()))).isEmpty();
    assertThat(done(provider().messages(one))).isEmpty();
  }

  @Test
  protected void aBillCanBeReadAgainUntilItIsPaid() throws Exception {
    var token = billable();
    var amount = provider().terms().smallestInvoice();
    var bill = done(provider().invoice(token, amount));
    assertThat(bill.credits()).isEqualTo(amount);
    assertThat(bill.request().amount().isPositive()).isTrue();
    assertThat(bill.isPaid()).isFalse();
    assertThat(bill.isPayable(bill.created())).isTrue();
    assertThat(bill.isPayable(bill.expires())).isFalse();
    assertThat(done(provider().invoice(token, bill.id()))).isEqualTo(bill);
    pay(token, bill);
    var paid = done(provider().invoice(token, bill.id()));
    assertThat(paid.isPaid()).isTrue();
    assertThat(paid.txid()).isPresent();
    assertThat(paid.request()).isEqualTo(bill.request());
    assertThat(paid.isPayable(bill.created())).isFalse();
  }

  @Test
  protected void aServerIsFoundByItsHostname() throws Exception {
    var rented = rented(3);
    var found = done(provider().leases(rented.account(), rented.order().hostname()));
    assertThat(found).extracting(Lease::id).containsExactly(rented.lease());
    var lease = done(provider().lease(rented.account(), rented.lease()));
    assertThat(lease.hostname()).isEqualTo(rented.order().hostname());
    assertThat(lease.plan()).isEqualTo(rented.order().plan());
    assertThat(lease.region()).isEqualTo(rented.order().region());
    assertThat(lease.expiry()).isEqualTo(found.getFirst().expiry());
    assertThat(lease.isLive()).isTrue();
    assertThat(done(provider().leases(rented.account(), hostname()))).isEmpty();
  }

  @Test
  protected void refusesABillBelowItsSmallest() throws Exception {
    var token = billable();
    var least = provider().terms().smallestInvoice();
    assumeTrue(least.covers(Cents.dollars(2)), "there is no smaller invoice in whole dollars");
    var bill = provider().invoice(token, least.minus(Cents.dollars(1)));
    assertThat(bill).isInstanceOf(Outcome.Refused.class);
    assertThat(done(provider().invoices(token))).isEmpty();
  }

  @Test
  protected void sellsWholeDollarsOnly() throws Exception {
    var token = billable();
    var odd = provider().terms().smallestInvoice().plus(Cents.of(1));
    assertThatThrownBy(() -> provider().invoice(token, odd))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  protected void launchingTwiceMakesTwoServers() throws Exception {
    var token = solvent(plan().rentFor(2));
    var order = order(hostname(), 1);
    var one = done(provider().launch(token, order));
    var two = done(provider().launch(token, order));
    assertThat(done(provider().leases(token, order.hostname())))
        .extracting(Lease::id)
        .containsExactlyInAnyOrder(one, two);
  }

  @Test
  protected void refusesAnOrderForWhatItDoesNotOffer() throws Exception {
    var token = solvent(plan().rentFor(1));
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
  protected void startingARunningServerHarmsNothing() throws Exception {
    var rented = rented(1);
    done(provider().start(rented.account(), rented.lease()));
    assertThat(done(provider().lease(rented.account(), rented.lease())).isLive()).isTrue();
  }

  @Test
  protected void knowsNobodyElsesThings() throws Exception {
    var rented = rented(1);
    var least = provider().terms().smallestInvoice();
    var bill = done(provider().invoice(rented.token(), least));
    var id = rented.lease();
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
            provider().start(token, id));
    for (var outcome : outcomes) {
      assertRefused(outcome, 404);
      assertThat(outcome.toString()).doesNotContain(token.value()).doesNotContain(id.value());
    }
  }
}
