package org.bulbil.bitcoin.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.Payout;
import org.bulbil.bitcoin.Payouts;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.outbox.BumpAnswer;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.outbox.Step;
import org.bulbil.bitcoin.outbox.TipOrder;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A payment to many is made once, whole, and every satoshi of it is accounted for. */
class TipOutboxTest {

  private static final Payouts PAYOUTS = payouts(25);

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static Payouts payouts(int count) {
    var all = new ArrayList<Payout>();
    for (int i = 0; i < count; i++) {
      var account = Account.of(Words.draw(new Random(1_000L + i)), Network.REGTEST);
      all.add(new Payout(account.address(Branch.RECEIVE), Sats.of(500 + 13L * i)));
    }
    return new Payouts(all);
  }

  private PayAnswer tip() {
    return bench.wallet.outbox().tip(new TipOrder("tip:1", PAYOUTS, Bench.FEES), Bench.TWO_SAT);
  }

  private Payment tipped() {
    assertThat(tip()).isInstanceOf(PayAnswer.Recorded.class);
    return bench.wallet.outbox().find("tip:1").orElseThrow();
  }

  private List<Sats> received() {
    return PAYOUTS.all().stream().map(payout -> bench.chain.balance(payout.address())).toList();
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void aPowerCutAtAnyStepPaysEverybodyOnce(Step step) {
    bench.gift(100_000);
    bench.restart(PowerCut.at(step, 1));
    assertThatThrownBy(this::tip).isInstanceOf(PowerCut.class);
    bench.restart();
    tipped();
    bench.wallet.outbox().settle();
    bench.chain.mine(1);
    tipped();
    bench.chain.mine(1);
    assertThat(received()).isEqualTo(PAYOUTS.all().stream().map(Payout::amount).toList());
    var account = bench.view().account();
    assertThat(account.difference()).isZero();
    assertThat(account.paid(Purpose.TIP)).isEqualTo(PAYOUTS.total());
    assertThat(account.given()).isEqualTo(PAYOUTS.total());
    assertThat(account.foreign()).isEqualTo(Sats.ZERO);
  }

  /** Its change is the last of many outputs, and can be spent at once by the next payment. */
  @Test
  void itsChangeIsFoundAgain() {
    bench.gift(100_000);
    var payment = tipped();
    assertThat(payment.rate()).isEqualTo(FeeRate.ofSatPerVb(2));
    assertThat(bench.view().account().held())
        .isEqualTo(Sats.of(100_000).minus(PAYOUTS.total()).minus(payment.fee()));
    bench.chain.mine(1);
    assertThat(bench.view().spendable()).isEqualTo(payment.current().change());
    assertThat(bench.view().account().difference()).isZero();
  }

  @Test
  void itIsNotBidHigherAndCanBeTakenBack() {
    bench.gift(100_000);
    tipped();
    var outbox = bench.wallet.outbox();
    assertThat(outbox.bump("tip:1", FeeRate.ofSatPerVb(9)))
        .isInstanceOf(BumpAnswer.NotBumped.class);
    assertThat(outbox.withdraw("tip:1", FeeRate.ofSatPerVb(9), FeeRate.ofSatPerVb(50)))
        .isInstanceOf(BumpAnswer.Bumped.class);
    bench.chain.mine(1);
    assertThat(received()).containsOnly(Sats.ZERO);
    assertThat(bench.view().account().difference()).isZero();
  }

  @Test
  void tooPoorIsSaidAndNothingIsKept() {
    bench.gift(5_000);
    assertThat(tip()).isInstanceOf(PayAnswer.CannotAfford.class);
    assertThat(bench.wallet.outbox().open()).isEmpty();
  }
}
