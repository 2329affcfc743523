package org.bulbil.agent.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.bulbil.agent.launch.Founder.State;
import org.bulbil.agent.launch.Turn.Obstacle;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.hosting.ServerOrder;
import org.bulbil.hosting.testing.Act;
import org.bulbil.hosting.testing.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A launch buys what was asked for, once, for what was agreed to. */
class LaunchTest {

  private static final int TURNS = 60;

  private final Yard yard = new Yard(3, 2);

  @AfterEach
  void everySatoshiIsAccountedFor() {
    yard.launch().account().ifPresent(line -> assertThat(line.difference()).isZero());
    yard.close();
  }

  private Turn launched() throws InterruptedException {
    yard.agree();
    yard.pay();
    return yard.live(TURNS);
  }

  private void assertEachServerIsBoughtOnceAndEachBillPaidOnce() {
    var names = yard.orders().stream().map(ServerOrder::hostname).toList();
    assertThat(names).hasSize(6).doesNotHaveDuplicates();
    assertThat(yard.invoices())
        .allMatch(
            invoice ->
                yard.paidFor(invoice).isZero()
                    || yard.paidFor(invoice).equals(invoice.request().amount()));
    assertThat(yard.invoices().stream().filter(invoice -> invoice.isPaid())).hasSize(6);
  }

  @Test
  void everyRelayIsBoughtOnceRunsAndJoinsTheFamily() throws InterruptedException {
    var last = launched();
    assertThat(last.founders()).extracting(Founder::state).containsOnly(State.JOINED);
    assertEachServerIsBoughtOnceAndEachBillPaidOnce();
    assertThat(yard.orders()).allMatch(order -> order.days() == Yard.DAYS);
    assertThat(yard.visited()).containsExactly("http://127.1.0.1:8080");
    assertThat(last.founders()).allMatch(founder -> founder.paidUntil().isPresent());
  }

  @Test
  void eachRelayHasATokenOfItsOwnAndIsToldNoOther() throws InterruptedException {
    var last = launched();
    var tokens = last.founders().stream().map(it -> it.token().orElseThrow().value()).toList();
    assertThat(Set.copyOf(tokens)).hasSize(6);
    for (var order : yard.orders()) {
      assertThat(tokens.stream().filter(order.boot().script()::contains)).hasSize(1);
    }
  }

  @Test
  void oneCoinIsBrokenSoThatAllArePaidInTheSameBlock() throws InterruptedException {
    yard.agree();
    yard.pay();
    yard.turn();
    yard.turn();
    assertThat(yard.invoices().stream().filter(invoice -> yard.paidFor(invoice).isPositive()))
        .hasSize(6);
  }

  @Test
  void theFirstServersAreInDifferentRegions() throws InterruptedException {
    yard.agree();
    var regions = yard.launch().founders().stream().map(it -> it.genome().region()).toList();
    assertThat(Set.copyOf(regions.subList(0, 3))).hasSize(3);
    assertThat(regions.subList(3, 6)).isEqualTo(regions.subList(0, 3));
  }

  @Test
  void nothingIsBoughtBeforeThereIsMoneyAndWhatIsMissingIsSaid() throws InterruptedException {
    yard.agree();
    var turn = yard.turn();
    assertThat(turn.missing()).isGreaterThan(Sats.of(6 * 6_000));
    assertThat(yard.bill().asked()).isGreaterThan(turn.missing());
    assertThat(turn.founders()).extracting(Founder::state).containsOnly(State.PLANNED);
    assertThat(yard.orders()).isEmpty();
  }

  @Test
  void moneyForSomeBuysTheFirstAndTheRestFollowsLater() throws InterruptedException {
    yard.agree();
    yard.chain.fundAndMine(yard.launch().address(), Sats.of(2 * 6_600));
    for (int i = 0; i < 8; i++) {
      yard.turn();
    }
    assertThat(yard.launch().founders().stream().filter(Founder::hasRun)).hasSize(2);
    yard.chain.fundAndMine(yard.launch().address(), Sats.of(4 * 6_600));
    yard.live(TURNS);
    assertEachServerIsBoughtOnceAndEachBillPaidOnce();
  }

  @Test
  void aPriceAboveTheBillBuysNothingUntilSomebodyAgrees() throws InterruptedException {
    var cheaper = yard.bill();
    var early =
        new Bill(
            cheaper.choice(),
            cheaper.days(),
            Cents.of(500),
            cheaper.smallest(),
            cheaper.price(),
            cheaper.rate());
    yard.agree(early, early.most());
    yard.pay();
    var turn = yard.turn();
    assertThat(turn.obstacle())
        .contains(new Obstacle.Dearer(Cents.of(500), Yard.PLAN.rentFor(Yard.DAYS)));
    assertThat(yard.launch().founders()).extracting(Founder::state).containsOnly(State.PLANNED);
    yard.launch().agreeAnew(yard.bill(), Budget.of(yard.bill(), yard.bill().most()));
    yard.live(TURNS);
    assertEachServerIsBoughtOnceAndEachBillPaidOnce();
  }

  @Test
  void whenBitcoinFallsTheLimitHoldsAndMoreSatoshisAreAskedFor() throws InterruptedException {
    yard.agree();
    yard.pay();
    yard.book.price(Rate.ofDollars(50_000));
    var turn = yard.live(12);
    assertThat(turn.isOver()).isFalse();
    assertThat(turn.missing()).isGreaterThan(Sats.ZERO);
    yard.chain.fundAndMine(yard.launch().address(), Sats.of(100_000));
    yard.live(300);
    assertEachServerIsBoughtOnceAndEachBillPaidOnce();
  }

  @Test
  void noMoreIsEverSpentThanTheLimit() throws InterruptedException {
    var bill = yard.bill();
    var limit = bill.least();
    yard.agree(bill, limit);
    yard.pay();
    yard.live(TURNS);
    assertEachServerIsBoughtOnceAndEachBillPaidOnce();
    var line = yard.launch().account().orElseThrow();
    var spent = line.given().plus(line.fees());
    assertThat(limit.covers(bill.price().centsFor(spent))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void aLaunchWhoseAnswerIsLostIsLookedUpAndNotRepeated(Trouble trouble)
      throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      yard.provider.troubles().once(Act.LAUNCH, trouble);
    }
    yard.agree();
    yard.pay();
    yard.live(300);
    assertEachServerIsBoughtOnceAndEachBillPaidOnce();
  }

  @ParameterizedTest
  @EnumSource(Act.class)
  void whateverAnswerIsLostNothingIsBoughtTwice(Act act) throws InterruptedException {
    yard.agree();
    yard.pay();
    for (int i = 0; i < 3; i++) {
      yard.provider.troubles().once(act, Trouble.UNKNOWN_AFTER);
    }
    yard.live(300);
    assertEachServerIsBoughtOnceAndEachBillPaidOnce();
  }

  @Test
  void whatIsLeftIsSentBackOnceAndAnotherSweepAddsNothing() throws InterruptedException {
    launched();
    var home = yard.fresh();
    var left = yard.launch().sweeping().look().answer().orElseThrow().spendable();
    assertThat(left).isGreaterThan(Sats.ZERO);
    var within = Yard.BLOCK;
    assertThat(yard.launch().sweeping().send(home, within)).isInstanceOf(PayAnswer.Recorded.class);
    assertThat(yard.launch().sweeping().send(home, within)).isInstanceOf(PayAnswer.Recorded.class);
    yard.turn();
    var line = yard.launch().account().orElseThrow();
    yard.launch().turn();
    assertThat(yard.chain.balance(home)).isBetween(Sats.of(1), left);
    assertThat(line.held()).isEqualTo(Sats.ZERO);
  }
}
