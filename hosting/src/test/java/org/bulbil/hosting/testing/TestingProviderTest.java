package org.bulbil.hosting.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.Provider;
import org.junit.jupiter.api.Test;

/** The provider in memory keeps the contract, and its troubles are what they say. */
class TestingProviderTest extends CreditContract {

  private final TestingWorld world = new TestingWorld();
  private final TestingProvider provider = world.provider;

  @Override
  protected Provider provider() {
    return provider;
  }

  @Override
  protected Day day() {
    return Day.REAL;
  }

  @Override
  protected void pay(CreditToken token, Invoice invoice) {
    provider.book().pay(token, invoice.id(), "ab".repeat(32));
  }

  /** The case that costs money: the caller does not know, and the book does. */
  @Test
  void anAnswerLostAfterTheActLeavesAServerToAdopt() throws Exception {
    var token = funded(Cents.dollars(10));
    var order = order(hostname(), 7);
    provider.troubles().once(Act.LAUNCH, Trouble.UNKNOWN_AFTER);
    assertThat(provider.launch(token, order)).isInstanceOf(Outcome.Unknown.class);
    assertThat(provider.book().orders(token)).containsExactly(order);
    assertThat(done(provider.leases(token, order.hostname()))).hasSize(1);
  }

  @Test
  void failuresBeforeTheActChangeNothing() throws Exception {
    var token = funded(Cents.dollars(10));
    var order = order(hostname(), 7);
    for (var trouble : new Trouble[] {Trouble.REFUSE, Trouble.UNKNOWN_BEFORE, Trouble.SILENT}) {
      provider.troubles().once(Act.LAUNCH, trouble);
      assertThat(provider.launch(token, order).answer()).as("%s", trouble).isEmpty();
    }
    assertThat(provider.book().orders(token)).isEmpty();
    assertThat(done(provider.credit(token))).isEqualTo(Cents.dollars(10));
  }

  @Test
  void silenceCostsTheCallersPatience() {
    var before = world.time.now();
    provider.troubles().once(Act.MINT, Trouble.SILENT);
    assertThat(provider.mint()).isInstanceOf(Outcome.Unknown.class);
    assertThat(world.time.now()).isEqualTo(before.plus(TestingProvider.SILENCE));
  }

  @Test
  void troubleEverywhereLastsUntilItIsHealed() {
    provider.troubles().everywhere(Trouble.REFUSE);
    assertThat(provider.mint()).isInstanceOf(Outcome.Refused.class);
    assertThat(provider.catalogue()).isInstanceOf(Outcome.Refused.class);
    provider.troubles().heal();
    assertThat(provider.mint()).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void troubleOnceComesBeforeTroubleAlwaysAndIsUsedUp() {
    provider.troubles().once(Act.MINT, Trouble.UNKNOWN_BEFORE);
    provider.troubles().always(Act.MINT, Trouble.REFUSE);
    assertThat(provider.mint()).isInstanceOf(Outcome.Unknown.class);
    assertThat(provider.mint()).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aServerIsDeletedWhenItsTimeIsUp() throws Exception {
    var token = funded(Cents.dollars(10));
    var order = order(hostname(), 1);
    var id = done(provider.launch(token, order));
    world.time.pause(Duration.ofHours(24));
    assertThat(done(provider.lease(token, id)).state()).isEqualTo(Lease.State.DELETED);
    assertThat(done(provider.leases(token, order.hostname()))).hasSize(1);
    assertThat(provider.topUp(token, id, 1)).isInstanceOf(Outcome.Refused.class);
    assertThat(provider.start(token, id)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aSuspendedServerRunsAgainOnlyByRequest() throws Exception {
    var token = funded(Cents.dollars(10));
    var id = done(provider.launch(token, order(hostname(), 1)));
    provider.book().suspend(token, id);
    done(provider.topUp(token, id, 1));
    assertThat(done(provider.lease(token, id)).state()).isEqualTo(Lease.State.SUSPENDED);
    done(provider.start(token, id));
    assertThat(done(provider.lease(token, id)).state()).isEqualTo(Lease.State.RUNNING);
  }

  @Test
  void anUnpaidBillExpires() {
    var token = done(provider.mint());
    var bill = done(provider.invoice(token, Cents.dollars(5)));
    world.time.pause(Book.INVOICE_LIFE);
    assertThat(done(provider.invoice(token, bill.id())).expired()).isTrue();
  }

  @Test
  void aNoticeReachesTheCustomer() {
    var token = done(provider.mint());
    provider.book().notify(token, "An abuse report came in.");
    assertThat(done(provider.messages(token)))
        .singleElement()
        .satisfies(message -> assertThat(message.text()).contains("abuse report"));
  }
}
