package org.bulbil.bitcoin.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.outbox.Bequest;
import org.bulbil.bitcoin.outbox.BequestOrder;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.outbox.State;
import org.bulbil.bitcoin.outbox.SweepOrder;
import org.bulbil.bitcoin.payment.LockTime;
import org.bulbil.bitcoin.store.StoreException;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.SimulatedDisk.Moment;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bequest binds nothing while it lies with an heir, and is a will once it is proven. */
class BequestTest {

  private final SimulatedDisk disk = new SimulatedDisk();
  private final Address charity = Bench.somebody(9);
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(disk);
    bench.gift(100_000);
    bench.gift(50_000);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private List<Bequest> bequeath() {
    var rates = List.of(FeeRate.ofSatPerVb(30), FeeRate.ofSatPerVb(1), FeeRate.ofSatPerVb(6));
    var end = bench.time.now().plus(Duration.ofDays(7));
    return bench.wallet.outbox().bequeath(new BequestOrder(charity, LockTime.at(end), rates));
  }

  @Test
  void itSweepsEverythingAtEachRateAndWaitsForItsTime() {
    var bequests = bequeath();
    assertThat(bequests).extracting(Bequest::rank).containsExactly(0, 1, 2);
    assertThat(bequests).extracting(Bequest::fee).isSorted();
    var end = bench.time.now().plus(Duration.ofDays(7)).getEpochSecond();
    for (var bequest : bequests) {
      assertThat(bequest.inputs()).hasSize(2);
      assertThat(bequest.amount().plus(bequest.fee())).isEqualTo(Sats.of(150_000));
      var signed = bequest.signed().orElseThrow();
      assertThat(signed.lockTime).isEqualTo(end);
      assertThat(signed.txIn).allMatch(input -> input.sequence < 0xffffffffL);
    }
  }

  @Test
  void itTakesNoCoinBeforeItIsProven() {
    var before = bench.view();
    bequeath();
    var after = bench.view();
    assertThat(after.coins()).isEqualTo(before.coins());
    assertThat(after.account()).isEqualTo(before.account());
    assertThat(bench.wallet.outbox().open()).isEmpty();
    assertThat(bench.paid("invoice:1", 120_000).state()).isEqualTo(State.BROADCAST);
  }

  @Test
  void oneThatAnHeirSentIsAWillAndNoTheft() {
    var chosen = bequeath().get(1);
    bench.chain.mineDirectly(chosen.signed().orElseThrow());
    var view = bench.view();
    assertThat(bench.chain.balance(charity)).isEqualTo(chosen.amount());
    assertThat(view.account().given()).isEqualTo(chosen.amount());
    assertThat(view.account().fees()).isEqualTo(chosen.fee());
    assertThat(view.account().foreign()).isEqualTo(Sats.ZERO);
    assertThat(view.account().difference()).isZero();
    assertThat(view.coins()).isEmpty();
  }

  @Test
  void oneOfAnEarlierSetStillCounts() {
    var early = bequeath().getFirst();
    bench.gift(70_000);
    var late = bequeath();
    assertThat(late).hasSize(3).allMatch(bequest -> bequest.inputs().size() == 3);
    bench.restart();
    bench.chain.mineDirectly(early.signed().orElseThrow());
    var view = bench.view();
    assertThat(view.account().given()).isEqualTo(early.amount());
    assertThat(view.account().difference()).isZero();
    assertThat(view.spendable()).isEqualTo(Sats.of(70_000));
  }

  @Test
  void aReorganisationGivesItsCoinsBackUntilItIsProvenAgain() {
    bench.chain.mine(3);
    var bequest = bequeath().getFirst();
    bench.chain.mineDirectly(bequest.signed().orElseThrow());
    bench.view();
    bench.chain.reorganise(1);
    bench.chain.evict(bequest.transaction());
    var view = bench.view();
    assertThat(view.account().given()).isEqualTo(Sats.ZERO);
    assertThat(view.account().difference()).isZero();
    assertThat(view.spendable()).isEqualTo(Sats.of(150_000));
  }

  @Test
  void aPaymentWhoseCoinsAnHeirTookDies() {
    var bequest = bequeath().getFirst();
    bench.server.goDown();
    bench.paid("invoice:1", 120_000);
    bench.server.comeUp();
    bench.chain.mineDirectly(bequest.signed().orElseThrow());
    assertThat(bench.view().account().difference()).isZero();
    bench.chain.mine(6);
    assertThat(bench.view().account().difference()).isZero();
    assertThat(bench.wallet.outbox().find("invoice:1").orElseThrow().state()).isEqualTo(State.DEAD);
  }

  private void forbidWriting() {
    disk.meet(
        (_, _) -> {
          throw new AssertionError("nothing is to be written");
        });
  }

  @Test
  void theSameAgainSignsNothing() {
    var first = bequeath();
    forbidWriting();
    assertThat(bequeath()).isEqualTo(first);
    disk.meet((_, _) -> {});
    bench.restart();
    assertThat(bench.wallet.outbox().bequests()).isEqualTo(first);
    assertThat(bequeath()).isEqualTo(first);
  }

  @Test
  void whatCouldNotBeStoredIsSignedAgain() {
    disk.meet(
        (moment, _) -> {
          if (moment == Moment.COMMIT) {
            throw SimulatedDisk.full();
          }
        });
    assertThatThrownBy(this::bequeath).isInstanceOf(StoreException.class);
    assertThat(bench.wallet.outbox().bequests()).isEmpty();
    disk.meet((_, _) -> {});
    assertThat(bequeath()).hasSize(3);
    bench.restart();
    assertThat(bench.wallet.outbox().bequests()).hasSize(3);
  }

  @Test
  void withoutCoinsNothingStands() {
    bequeath();
    var rate = FeeRate.ofSatPerVb(2);
    bench.wallet.outbox().sweep(new SweepOrder("will", Purpose.WILL, Bench.somebody(8), rate));
    assertThat(bequeath()).isEmpty();
  }

  /** It waits for a day where the payment is patient, and a server may be deleted meanwhile. */
  @Test
  void itAlsoTakesTheChangeOfAPaymentThatWaits() {
    var payment = bench.paid("invoice:1", 70_000);
    var change = bench.view().pendingChange();
    assertThat(change).isEqualTo(Sats.of(30_000).minus(payment.fee()));
    var bequests = bequeath();
    assertThat(bequests).extracting(Bequest::rank).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(bequests.subList(0, 3))
        .allMatch(it -> it.amount().plus(it.fee()).equals(change.plus(Sats.of(50_000))));
    assertThat(bequests.subList(3, 6))
        .allMatch(it -> it.amount().plus(it.fee()).equals(Sats.of(50_000)));
    bench.chain.mine(1);
    bench.view();
    assertThat(bequeath())
        .extracting(Bequest::transaction)
        .isEqualTo(bequests.subList(0, 3).stream().map(Bequest::transaction).toList());
    bench.chain.mineDirectly(bequests.getFirst().signed().orElseThrow());
    assertThat(bench.view().account().given()).isEqualTo(bequests.getFirst().amount());
    assertThat(bench.view().account().difference()).isZero();
  }

  @Test
  void oneWithoutTheChangeStandsInCaseThatPaymentNeverConfirms() {
    bench.server.goDown();
    bench.paid("invoice:1", 70_000);
    bench.server.comeUp();
    var bequests = bequeath();
    bench.chain.mineDirectly(bequests.get(3).signed().orElseThrow());
    assertThat(bench.chain.balance(charity)).isEqualTo(bequests.get(3).amount());
    assertThat(bench.view().account().difference()).isZero();
  }

  /** At the dearest rate both sets are the same transaction. */
  @Test
  void changeThatIsNotWorthItsFeeMakesNoSecondOfTheSame() {
    bench.paid("invoice:1", 97_000);
    assertThat(bench.view().pendingChange()).isBetween(Sats.of(1_000), Sats.of(4_000));
    var bequests = bequeath();
    assertThat(bequests).hasSize(5).extracting(Bequest::transaction).doesNotHaveDuplicates();
    assertThat(bench.wallet.outbox().bequests()).isEqualTo(bequests);
    forbidWriting();
    assertThat(bequeath()).isEqualTo(bequests);
    disk.meet((_, _) -> {});
    bench.restart();
    assertThat(bequeath()).isEqualTo(bequests);
  }

  @Test
  void changeAloneIsBequeathedToo() {
    bench.paid("invoice:1", 120_000);
    assertThat(bench.view().coins()).isEmpty();
    assertThat(bequeath()).hasSize(3).allMatch(it -> it.inputs().size() == 1);
  }
}
