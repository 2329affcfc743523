package org.bulbil.hosting.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Prepayment;
import org.junit.jupiter.api.Test;

/**
 * What a provider must keep to that sells credit, out of which servers are launched and topped up.
 */
public abstract class CreditContract extends ProviderContract {

  @Override
  protected final CreditToken billable() {
    return done(provider().mint());
  }

  @Override
  protected final CreditToken solvent(Cents amount) throws Exception {
    return funded(amount);
  }

  @Override
  protected final Rented rented(int days) throws Exception {
    var token = funded(plan().rentFor(days));
    var order = order(hostname(), days);
    var id = done(provider().launch(token, order));
    return new Rented(token, provider().tokenFor(token, id), id, order);
  }

  @Test
  protected void saysThatItSellsCredit() {
    assertThat(provider().terms().prepayment()).isEqualTo(Prepayment.CREDIT);
  }

  @Test
  protected void itsBillsAreListed() {
    var token = done(provider().mint());
    assertThat(done(provider().invoices(token))).isEmpty();
    var bill = done(provider().invoice(token, provider().terms().smallestInvoice()));
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
  protected void aPaidBillBecomesCredit() throws Exception {
    var token = done(provider().mint());
    var bill = done(provider().invoice(token, provider().terms().smallestInvoice()));
    pay(token, bill);
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
  protected void aLaunchIsCharged() throws Exception {
    var token = funded(plan().rentFor(3));
    var before = done(provider().credit(token));
    done(provider().launch(token, order(hostname(), 3)));
    assertThat(done(provider().credit(token))).isEqualTo(before.minus(plan().rentFor(3)));
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

  private void assertMoved(Instant before, Duration moved, CreditToken token, LeaseId id) {
    var expiry = done(provider().lease(token, id)).expiry();
    assertThat(Duration.between(before, expiry)).isEqualTo(moved);
  }
}
