package org.bulbil.hosting.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Prepayment;
import org.junit.jupiter.api.Test;

/** What a provider must keep to whose paid days stick to the machine. */
public abstract class MachineContract extends ProviderContract {

  /** Satoshis and seconds are whole. */
  private static final Duration ROUNDING = Duration.ofHours(1);

  /** A token that may order. */
  protected abstract CreditToken account();

  /** Lets the provider's hour for unpaid orders pass. */
  protected abstract void letAnOrderLapse();

  @Override
  protected final CreditToken billable() throws Exception {
    return ordered().token();
  }

  @Override
  protected final CreditToken solvent(Cents amount) {
    return account();
  }

  private Rented ordered() {
    var account = account();
    var order = order(hostname(), 1);
    var id = done(provider().launch(account, order));
    return new Rented(account, provider().tokenFor(account, id), id, order);
  }

  @Override
  protected final Rented rented(int days) throws Exception {
    var rented = ordered();
    pay(rented.token(), done(provider().invoice(rented.token(), dollarsFor(plan().rentFor(days)))));
    return rented;
  }

  private Lease lease(Rented rented) {
    return done(provider().lease(rented.account(), rented.lease()));
  }

  private Duration worth(Cents amount) {
    return day().of((double) amount.value() / plan().rent().value());
  }

  @Test
  protected void saysThatDaysStickToTheMachine() {
    assertThat(provider().terms().prepayment()).isEqualTo(Prepayment.ON_MACHINE);
  }

  @Test
  protected void anOrderWaitsForItsBillAndLapsesWithoutOne() {
    var ordered = ordered();
    assertThat(lease(ordered).state()).isEqualTo(Lease.State.BUILDING);
    assertThat(lease(ordered).address()).isEmpty();
    letAnOrderLapse();
    var later = provider().lease(ordered.account(), ordered.lease());
    assertThat(later.answer().filter(Lease::isLive)).isEmpty();
  }

  @Test
  protected void theFirstBillStartsTheServer() throws Exception {
    var rented = rented(3);
    var lease = lease(rented);
    assertThat(lease.state()).isEqualTo(Lease.State.RUNNING);
    assertThat(lease.address()).isPresent();
    letAnOrderLapse();
    assertThat(lease(rented).isLive()).isTrue();
  }

  /** What is paid is days at once, no fewer than by the quoted rent, and never credit. */
  @Test
  protected void aPaidBillMakesTheLeaseLonger() throws Exception {
    var rented = rented(1);
    var before = lease(rented).expiry();
    var amount = provider().terms().smallestInvoice().plus(Cents.dollars(4));
    pay(rented.token(), done(provider().invoice(rented.token(), amount)));
    assertThat(lease(rented).expiry())
        .isAfter(before.plus(worth(amount)).minus(ROUNDING))
        .isBefore(before.plus(worth(amount).multipliedBy(2)));
    assertThat(done(provider().credit(rented.token()))).isEqualTo(Cents.ZERO);
  }

  @Test
  protected void thereIsNothingToTopUpFrom() throws Exception {
    var rented = rented(1);
    var before = lease(rented).expiry();
    var outcome = provider().topUp(rented.token(), rented.lease(), 1);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.summary()).contains("credit");
    assertThat(lease(rented).expiry()).isEqualTo(before);
  }

  @Test
  protected void aBillWithoutAMachineIsRefused() {
    var nobody = done(provider().mint());
    var bill = provider().invoice(nobody, provider().terms().smallestInvoice());
    assertThat(bill).isInstanceOf(Outcome.Refused.class);
  }
}
