package org.bulbil.bitcoin.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.outbox.Attempt;
import org.bulbil.bitcoin.outbox.BumpAnswer;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.PaymentOrder;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.outbox.SplitOrder;
import org.bulbil.bitcoin.outbox.State;
import org.bulbil.bitcoin.outbox.Step;
import org.bulbil.bitcoin.outbox.SweepOrder;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A payment is made once, whatever breaks, and arrives as soon as anything works. */
class OutboxTest {

  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    bench.gift(100_000);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aPaymentReachesThePayeeToTheSatoshi() {
    var payment = bench.paid("invoice:1", 20_000);
    assertThat(payment.state()).isEqualTo(State.BROADCAST);
    bench.chain.mine(1);
    var view = bench.view();
    assertThat(bench.chain.balance(bench.shop)).isEqualTo(Sats.of(20_000));
    assertThat(bench.wallet.outbox().find("invoice:1").orElseThrow().state())
        .isEqualTo(State.CONFIRMED);
    assertThat(view.spendable()).isEqualTo(Sats.of(100_000 - 20_000).minus(payment.fee()));
    assertThat(view.account().rent()).isEqualTo(Sats.of(20_000));
    assertThat(view.account().difference()).isZero();
  }

  @Test
  void theSameReferenceNeverPaysTwice() {
    var first = bench.paid("invoice:1", 20_000);
    var again = bench.paid("invoice:1", 30_000);
    assertThat(again.transaction()).isEqualTo(first.transaction());
    bench.chain.mine(1);
    bench.view();
    assertThat(bench.paid("invoice:1", 20_000).isConfirmed()).isTrue();
    bench.chain.mine(1);
    assertThat(bench.chain.balance(bench.shop)).isEqualTo(Sats.of(20_000));
  }

  @Test
  void manyThreadsWithOneReferenceMakeOnePayment() {
    bench.gift(100_000);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        var _ = threads.submit(() -> bench.pay("invoice:1", 20_000));
      }
    }
    bench.chain.mine(1);
    assertThat(bench.chain.balance(bench.shop)).isEqualTo(Sats.of(20_000));
  }

  @Test
  void twoPaymentsNeverTakeOneCoin() {
    bench.server.goDown();
    bench.paid("invoice:1", 20_000);
    assertThat(bench.pay("invoice:2", 20_000)).isInstanceOf(PayAnswer.CannotAfford.class);
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void aCrashAtAnyStepCostsNeitherMoneyNorASecondPayment(Step step) {
    bench.gift(100_000);
    bench.restart(PowerCut.at(step, 1));
    assertThatThrownBy(() -> bench.pay("invoice:1", 20_000)).isInstanceOf(PowerCut.class);
    bench.restart();
    bench.wallet.outbox().settle();
    bench.paid("invoice:1", 20_000);
    bench.chain.mine(1);
    var view = bench.view();
    assertThat(bench.chain.balance(bench.shop)).isEqualTo(Sats.of(20_000));
    assertThat(bench.wallet.outbox().open()).isEmpty();
    assertThat(view.account().difference()).isZero();
    assertThat(view.account().rent()).isEqualTo(Sats.of(20_000));
  }

  @Test
  void aStoredPaymentThatNoServerTookIsSentLaterByTheSameBytes() {
    bench.server.goDown();
    var signed = bench.paid("invoice:1", 20_000);
    assertThat(signed.state()).isEqualTo(State.SIGNED);
    bench.restart();
    bench.server.comeUp();
    bench.wait(Duration.ofMinutes(1));
    assertThat(bench.wallet.outbox().settle())
        .extracting(Payment::transaction, Payment::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(signed.transaction(), State.BROADCAST));
  }

  @Test
  void aPaymentThatIsTakenBackNeverArrivesAndOnlyItsFeeIsGone() {
    var paid = bench.paid("invoice:1", 20_000);
    var withdrawn = bench.wallet.outbox().withdraw("invoice:1", FeeRate.ofSatPerVb(3), FeeRate.MAX);
    var payment = ((BumpAnswer.Bumped) withdrawn).payment();
    assertThat(payment.isWithdrawn()).isTrue();
    assertThat(payment.current().inputs()).isEqualTo(paid.current().inputs());
    assertThat(bench.view().account().difference()).isZero();
    bench.restart();
    bench.wallet.outbox().settle();
    bench.chain.mine(1);
    var view = bench.view();
    assertThat(bench.chain.balance(bench.shop)).isEqualTo(Sats.ZERO);
    assertThat(view.spendable()).isEqualTo(Sats.of(100_000).minus(payment.fee()));
    assertThat(view.account().rent()).isEqualTo(Sats.ZERO);
    assertThat(view.account().difference()).isZero();
  }

  @Test
  void aBrokenCoinPaysSeveralInOneBlockAndNoSatoshiIsLostOnTheWay() {
    var order = new SplitOrder("pieces:1", Sats.of(21_000), 3, FeeRate.ofSatPerVb(2));
    var broken = ((PayAnswer.Recorded) bench.wallet.outbox().split(order)).payment();
    assertThat(bench.wallet.outbox().split(order)).isEqualTo(new PayAnswer.Recorded(broken));
    assertThat(bench.view().account().difference()).isZero();
    assertThat(bench.view().pendingChange()).isEqualTo(Sats.of(100_000).minus(broken.fee()));
    bench.restart();
    bench.wallet.outbox().settle();
    bench.chain.mine(1);
    var view = bench.view();
    assertThat(view.coins()).hasSize(4);
    assertThat(view.coins().stream().filter(coin -> coin.value().equals(Sats.of(21_000))))
        .hasSize(3);
    assertThat(view.account().fees()).isEqualTo(broken.fee());
    for (int i = 1; i <= 3; i++) {
      bench.paid("invoice:" + i, 20_000);
    }
    bench.chain.mine(1);
    assertThat(bench.chain.balance(bench.shop)).isEqualTo(Sats.of(60_000));
    assertThat(bench.view().account().difference()).isZero();
  }

  @Test
  void aCoinThatDoesNotReachIsNotBroken() {
    var order = new SplitOrder("pieces:1", Sats.of(50_000), 2, FeeRate.ofSatPerVb(2));
    assertThat(bench.wallet.outbox().split(order)).isInstanceOf(PayAnswer.CannotAfford.class);
    assertThat(bench.view().spendable()).isEqualTo(Sats.of(100_000));
  }

  @Test
  void aBumpStopsAtTheRateCapAlsoWhereTheRelayRuleWantsMore() {
    bench.paid("invoice:1", 20_000);
    assertThat(
            bench.wallet.outbox().bump("invoice:1", FeeRate.ofSatPerVb(9), FeeRate.ofSatPerVb(2)))
        .isInstanceOf(BumpAnswer.NotBumped.class);
  }

  @Test
  void anEvictedPaymentIsSentAgain() {
    var payment = bench.paid("invoice:1", 20_000);
    bench.chain.evict(payment.transaction());
    bench.wait(Duration.ofMinutes(1));
    bench.wallet.outbox().settle();
    bench.chain.mine(1);
    assertThat(bench.chain.balance(bench.shop)).isEqualTo(Sats.of(20_000));
  }

  @Test
  void aPaymentThatTheServerForgotKeepsItsCoin() {
    var payment = bench.paid("invoice:1", 20_000);
    bench.server.omit(payment.transaction());
    bench.chain.evict(payment.transaction());
    assertThat(bench.view().coins()).isEmpty();
    assertThat(bench.pay("invoice:2", 20_000)).isInstanceOf(PayAnswer.CannotAfford.class);
  }

  @Test
  void aPaymentIsSentAgainAfterAReorganisation() {
    bench.chain.mine(3);
    var payment = bench.paid("invoice:1", 20_000);
    bench.chain.mine(1);
    bench.view();
    bench.chain.reorganise(2);
    bench.chain.evict(payment.transaction());
    var view = bench.view();
    assertThat(bench.wallet.outbox().open()).hasSize(1);
    assertThat(view.account().difference()).isZero();
    bench.wait(Duration.ofMinutes(1));
    bench.wallet.outbox().settle();
    bench.chain.mine(1);
    bench.view();
    assertThat(bench.wallet.outbox().open()).isEmpty();
    assertThat(bench.chain.balance(bench.shop)).isEqualTo(Sats.of(20_000));
  }

  @Test
  void aBumpReplacesOutOfTheChangeAndOneOfBothConfirms() {
    var first = bench.paid("invoice:1", 20_000);
    var bumped = bumped("invoice:1", FeeRate.ofSatPerVb(20));
    assertThat(bumped.attempts())
        .extracting(Attempt::state)
        .containsExactly(State.REPLACED, State.BROADCAST);
    assertThat(bumped.current().inputs()).isEqualTo(first.current().inputs());
    assertThat(bumped.fee().value()).isGreaterThan(first.fee().value() * 9);
    bench.chain.mine(1);
    var view = bench.view();
    assertThat(bench.chain.balance(bench.shop)).isEqualTo(Sats.of(20_000));
    assertThat(view.account().fees()).isEqualTo(bumped.fee());
    assertThat(view.account().difference()).isZero();
  }

  @Test
  void theEarlierAttemptMayConfirmInstead() {
    var first = bench.paid("invoice:1", 20_000);
    bench.server.refuseBroadcasts();
    bumped("invoice:1", FeeRate.ofSatPerVb(20));
    bench.chain.mine(1);
    var view = bench.view();
    var payment = bench.wallet.outbox().find("invoice:1").orElseThrow();
    assertThat(payment.transaction()).isEqualTo(first.transaction());
    assertThat(payment.isConfirmed()).isTrue();
    assertThat(payment.fee()).isEqualTo(first.fee());
    assertThat(view.account().difference()).isZero();
  }

  @Test
  void aBumpAboveTheShareCapIsRefused() {
    bench.paid("invoice:1", 20_000);
    assertThat(bench.wallet.outbox().bump("invoice:1", FeeRate.ofSatPerVb(100)))
        .isInstanceOfSatisfying(
            BumpAnswer.NotBumped.class, no -> assertThat(no.why()).contains("cap"));
  }

  @Test
  void aSweepTakesEverythingThatIsWorthItsFee() {
    bench.gift(30_000);
    bench.gift(300);
    var heir = Bench.somebody(9);
    var answer =
        bench
            .wallet
            .outbox()
            .sweep(new SweepOrder("will:1", Purpose.WILL, heir, FeeRate.ofSatPerVb(5)));
    var will = ((PayAnswer.Recorded) answer).payment();
    bench.chain.mine(1);
    var view = bench.view();
    assertThat(bench.chain.balance(heir)).isEqualTo(Sats.of(130_000).minus(will.fee()));
    assertThat(view.account().given()).isEqualTo(will.amount());
    assertThat(view.spendable()).isEqualTo(Sats.of(300));
    assertThat(view.account().difference()).isZero();
  }

  @Test
  void aSweepThatWaitsBidsHigherOutOfItsAmount() {
    var heir = Bench.somebody(9);
    bench
        .wallet
        .outbox()
        .sweep(new SweepOrder("will:1", Purpose.WILL, heir, FeeRate.ofSatPerVb(1)));
    var bumped = bumped("will:1", FeeRate.ofSatPerVb(10));
    bench.chain.mine(1);
    assertThat(bench.chain.balance(heir)).isEqualTo(Sats.of(100_000).minus(bumped.fee()));
    assertThat(bench.view().account().difference()).isZero();
  }

  @Test
  void aConsolidationPaysNobody() {
    bench.gift(30_000);
    var answer =
        bench
            .wallet
            .outbox()
            .sweep(
                new SweepOrder(
                    "merge:1",
                    Purpose.CONSOLIDATION,
                    bench.wallet.receiveAddress(),
                    FeeRate.ofSatPerVb(1)));
    var merge = ((PayAnswer.Recorded) answer).payment();
    var waiting = bench.view();
    assertThat(waiting.pendingChange()).isEqualTo(merge.amount());
    assertThat(waiting.account().held()).isEqualTo(merge.amount());
    assertThat(waiting.account().difference()).isZero();
    bench.chain.mine(1);
    var view = bench.view();
    assertThat(view.account().received()).isEqualTo(Sats.of(130_000));
    assertThat(view.account().difference()).isZero();
    assertThat(view.coins()).hasSize(1);
  }

  @Test
  void aPaymentWhoseCoinIsGoneDiesOnlyWhenThatIsFinal() {
    bench.server.goDown();
    var payment = bench.paid("invoice:1", 20_000);
    bench.server.comeUp();
    var theft = foreignSpend();
    assertThat(TxId.of(theft)).isNotEqualTo(payment.transaction());
    bench.chain.mineDirectly(theft);
    var soon = bench.view();
    assertThat(bench.wallet.outbox().find("invoice:1").orElseThrow().isOpen()).isTrue();
    assertThat(soon.account().difference()).isZero();
    bench.chain.mine(5);
    var view = bench.view();
    assertThat(bench.wallet.outbox().find("invoice:1").orElseThrow().state()).isEqualTo(State.DEAD);
    assertThat(view.account().foreign()).isEqualTo(Sats.of(100_000));
    assertThat(view.account().rent()).isEqualTo(Sats.ZERO);
    assertThat(view.account().difference()).isZero();
  }

  /** The gift's coin, spent elsewhere by a copy of the wallet. */
  private fr.acinq.bitcoin.Transaction foreignSpend() {
    try (var copy = bench.copy()) {
      var answer =
          copy.outbox()
              .sweep(
                  new SweepOrder("theft", Purpose.WILL, Bench.somebody(66), FeeRate.ofSatPerVb(9)));
      var theft = ((PayAnswer.Recorded) answer).payment();
      return bench.takeFromMempool(theft.transaction());
    }
  }

  @Test
  void dustIsNoPayment() {
    assertThatThrownBy(
            () -> new PaymentOrder("i", Purpose.RENT, bench.shop, Sats.of(293), Bench.FEES))
        .hasMessageContaining("dust");
  }

  private Payment bumped(String reference, FeeRate rate) {
    return ((BumpAnswer.Bumped) bench.wallet.outbox().bump(reference, rate)).payment();
  }
}
