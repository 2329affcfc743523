package org.bulbil.evolve.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Stream;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WalletsTest {

  private static final FeeRate RATE = FeeRate.ofSatPerVb(5);
  private static final Conditions TODAY = new Conditions(Rate.ofDollars(30_000), RATE, RATE, RATE);

  static Stream<Wallets> wallets() {
    return Stream.of(new LightWallets(), new CoinWallets());
  }

  @ParameterizedTest
  @MethodSource("wallets")
  void noSatoshiIsMadeOrForgotten(Wallets wallets) {
    // Aim: through gifts, payments, mergers, wills and moves, what came is what went and is there.
    long seed = Worlds.seed(41);
    var random = new Random(seed);
    wallets.reach(10);
    long in = 0;
    long out = 0;
    for (int i = 0; i < 3000; i++) {
      int slot = random.nextInt(5);
      switch (random.nextInt(8)) {
        case 0 -> out += pay(wallets, slot, random);
        case 1 -> out += merge(wallets, slot);
        case 2 -> out += sweep(wallets, slot, random);
        case 3 -> move(wallets, slot);
        default -> {
          long gift = random.nextLong(300, 30_000);
          wallets.receive(slot, gift);
          in += gift;
        }
      }
    }
    long held = 0;
    for (int slot = 0; slot < 10; slot++) {
      held += wallets.sum(slot);
      assertThat(wallets.clear(slot)).isNotNegative();
      assertThat(wallets.sum(slot)).isZero();
    }
    assertThat(in - out).isEqualTo(held);
  }

  private static long pay(Wallets wallets, int slot, Random random) {
    long payable = wallets.purse(slot, TODAY).payable().value();
    if (payable < 1) {
      return 0;
    }
    long amount = random.nextLong(payable) + 1;
    return amount + wallets.pay(slot, amount, RATE);
  }

  private static long merge(Wallets wallets, int slot) {
    return wallets.purse(slot, TODAY).payable().isPositive() ? wallets.consolidate(slot, RATE) : 0;
  }

  private static long sweep(Wallets wallets, int slot, Random random) {
    if (random.nextInt(10) > 0) {
      return 0;
    }
    var swept = wallets.sweep(slot, RATE);
    return swept.given() + swept.fee();
  }

  private static void move(Wallets wallets, int slot) {
    wallets.move(slot, slot + 5);
    wallets.move(slot + 5, slot);
  }

  @ParameterizedTest
  @MethodSource("wallets")
  void paysTheFeeThatThePolicyReckonedWith(Wallets wallets) {
    // Aim: what a purse says a payment costs is what it costs.
    wallets.reach(1);
    for (int i = 0; i < 5; i++) {
      wallets.receive(0, 10_000);
    }
    var said = wallets.purse(0, TODAY).feeFor(Sats.of(25_000)).value();
    assertThat(wallets.pay(0, 25_000, RATE)).isEqualTo(said);
    assertThat(wallets.sum(0)).isEqualTo(25_000 - said);
  }

  @ParameterizedTest
  @MethodSource("wallets")
  void refusesToPayMoreThanThereIs(Wallets wallets) {
    // Aim: a rule that spends what is not there is a fault and not a debt.
    wallets.reach(1);
    wallets.receive(0, 10_000);
    assertThatThrownBy(() -> wallets.pay(0, 10_000, RATE))
        .isInstanceOf(IllegalStateException.class);
    assertThat(wallets.sum(0)).isEqualTo(10_000);
  }
}
