package org.bulbil.evolve.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Random;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Sats;
import org.bulbil.evolve.gift.Gifts;
import org.bulbil.evolve.gift.Scenario;
import org.bulbil.evolve.market.Market;
import org.bulbil.evolve.market.Markets;
import org.bulbil.evolve.replay.Conditions.Delay;
import org.bulbil.evolve.replay.Conditions.Invoices;
import org.bulbil.evolve.replay.Life.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplayTest {

  private static final Conditions USUAL = Conditions.USUAL;
  private static final CoinChoice CHOICE = CoinChoice.LARGEST_FIRST;
  private static final Keeper IDLE = (_, _, _) -> {};

  @Test
  void aRelayThatDoesNothingDiesWithItsLease() {
    // Aim: 14 days are 14 days; it could have paid, and all that it got is still there.
    var life = new Replay(Markets.even(100, 1, 10_000), USUAL).live(noGifts(100), IDLE);
    assertThat(life.daysAlive()).isEqualTo(14);
    assertThat(life.end()).isEqualTo(End.DEAD);
    assertThat(life.missedAffordableRenewals()).isEqualTo(1);
    assertThat(life.ledger()).isEqualTo(new Ledger(200_000, 0, 0, 0, 200_000));
    assertThat(life.ledger().eta()).isEqualTo(1);
  }

  @Test
  void aRelayThatCannotPayMissesNothing() {
    // Aim: $20 are 200,000 sat; at 1,400 sat/vB one input and one output leave less than $5.
    var dear = new Replay(Markets.even(100, 1_400, 10_000), USUAL).live(noGifts(100), IDLE);
    assertThat(dear.missedAffordableRenewals()).isZero();
    var lessDear = new Replay(Markets.even(100, 1_300, 10_000), USUAL).live(noGifts(100), IDLE);
    assertThat(lessDear.missedAffordableRenewals()).isEqualTo(1);
  }

  @Test
  void unusedCreditIsAMissedRenewal() {
    // Aim: whoever paid and did not top up could have lived on.
    Keeper buyer = (relay, market, day) -> buy(relay, market, day, 15);
    var life = new Replay(Markets.even(100, 1, 10_000), USUAL).live(noGifts(100), buyer);
    assertThat(life.end()).isEqualTo(End.DEAD);
    assertThat(life.missedAffordableRenewals()).isEqualTo(1);
    assertThat(life.ledger().rent()).isEqualTo(150_000);
  }

  @Test
  void aPaymentIsCreditOnTheNextDay() {
    // Aim: with the delay on a payment on the last day comes too late, one day before does not.
    assertThat(daysIfPaidOn(13, Delay.ONE_DAY)).isEqualTo(14 + 13);
    assertThat(daysIfPaidOn(14, Delay.ONE_DAY)).isEqualTo(14);
    assertThat(daysIfPaidOn(14, Delay.NONE)).isEqualTo(14 + 13);
    assertThat(daysIfPaidOn(15, Delay.NONE)).isEqualTo(14);
  }

  private static int daysIfPaidOn(int when, Delay delay) {
    Keeper keeper =
        (relay, market, day) -> {
          if (day == when) {
            assertThat(buy(relay, market, day, 5)).isTrue();
          }
          relay.topUp(13, day);
        };
    var replay = new Replay(Markets.even(100, 1, 10_000), USUAL.with(delay));
    return replay.live(noGifts(100), keeper).daysAlive();
  }

  @ParameterizedTest
  @EnumSource
  void aGiftCanBeSpentOnceItIsThere(Delay delay) {
    // Aim: with the delay on, what came today is hope.
    var relay = new Relay(USUAL.with(delay));
    relay.wallet().receive(1_000);
    assertThat(relay.coins().count()).isEqualTo(delay == Delay.NONE ? 1 : 0);
    assertThat(relay.wallet().ledger().held()).isEqualTo(1_000);
    relay.receiveWhatWasSent();
    assertThat(relay.coins().count()).isEqualTo(1);
    assertThat(relay.arriving().count()).isZero();
  }

  @Test
  void invoicesAreWholeDollarsFromFiveOn() {
    // Aim: the provider's rule, and that nothing happens where it is broken.
    var market = Markets.even(10, 1, 10_000);
    var relay = new Relay(USUAL);
    relay.wallet().startWith(Sats.of(200_000));
    assertThat(buy(relay, market, 0, 4)).isFalse();
    assertThat(pay(relay, market, Cents.of(550))).isFalse();
    assertThat(relay.wallet().ledger().fees()).isZero();
    assertThat(relay.invoiceFor(Cents.of(38))).isEqualTo(Cents.dollars(5));
    assertThat(relay.invoiceFor(Cents.of(501))).isEqualTo(Cents.dollars(6));
    assertThat(pay(relay, market, Cents.dollars(6))).isTrue();
    var free = new Relay(USUAL.with(Invoices.ANY_AMOUNT));
    free.wallet().startWith(Sats.of(200_000));
    assertThat(free.invoiceFor(Cents.of(38))).isEqualTo(Cents.of(38));
    assertThat(pay(free, market, Cents.of(38))).isTrue();
  }

  @Test
  void topUpsHaveTheProvidersLimits() {
    // Aim: 90 days at once, 365 ahead, and never more than the credit pays.
    var relay = new Relay(USUAL.with(Delay.NONE));
    relay.wallet().startWith(Sats.of(100_000_000));
    assertThat(relay.topUp(1, 0)).isFalse();
    assertThat(buy(relay, Markets.even(1, 1, 10_000), 0, 1000)).isTrue();
    assertThat(relay.topUp(91, 0)).isFalse();
    assertThat(relay.topUp(0, 0)).isFalse();
    for (int i = 0; i < 3; i++) {
      assertThat(relay.topUp(90, 0)).isTrue();
    }
    assertThat(relay.leaseEnd()).isEqualTo(284);
    assertThat(relay.topUp(82, 0)).isFalse();
    assertThat(relay.topUp(81, 0)).isTrue();
    assertThat(relay.credit()).isEqualTo(Cents.of(100_000 - 351 * 38));
  }

  @Test
  void theWillLeavesWhatWouldCostMoreThanItBrings() {
    // Aim: coins below twice their input's fee stay; the rest goes, less its fee.
    var relay = new Relay(USUAL);
    relay.wallet().startWith(Sats.of(50_000));
    relay.wallet().startWith(Sats.of(1_360));
    assertThat(relay.giveAway(Markets.of(10).feeRate(0))).isTrue();
    assertThat(relay.wallet().ledger()).isEqualTo(new Ledger(51_360, 0, 1_100, 48_900, 1_360));
    assertThat(relay.giveAway(Markets.of(10).feeRate(0))).isFalse();
  }

  @Test
  void manyCoinsBecomeOne() {
    // Aim: what a consolidation costs, and that its coin comes tomorrow.
    var relay = new Relay(USUAL);
    relay.wallet().startWith(Sats.of(2_000));
    assertThat(relay.consolidate(Markets.of(1).feeRate(0))).isFalse();
    relay.wallet().startWith(Sats.of(3_000));
    assertThat(relay.consolidate(Markets.of(1).feeRate(0))).isTrue();
    assertThat(relay.arriving().at(0)).isEqualTo(5_000 - (11 + 31 + 2 * 68));
    assertThat(relay.wallet().payments()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void satoshisAreConservedWhateverAKeeperDoes(Delay delay) {
    // Aim: keepers that act at random, over many seeds; the replay checks it on every day.
    long seed = Long.getLong("seed", 7L);
    var random = new Random(seed);
    var acts = new ArrayList<Boolean>();
    Keeper wild =
        (relay, market, day) -> {
          for (int i = 0; i < 3; i++) {
            acts.add(actAtRandom(random, relay, market, day));
          }
        };
    var rates = random.ints(300, 1, 60).toArray();
    for (int i = 0; i < 30; i++) {
      var replay = new Replay(Markets.of(rates), USUAL.with(delay));
      var gifts = Gifts.of(Scenario.TINY, USUAL.rent(), replay.market(), i);
      var ledger = replay.live(gifts, wild).ledger();
      assertThat(ledger.difference()).as("seed %d", seed).isZero();
      assertThat(ledger.held()).isNotNegative();
    }
    assertThat(acts).contains(true, false);
  }

  private static boolean actAtRandom(Random random, Relay relay, Market market, int day) {
    var rate = market.feeRate(day);
    return switch (random.nextInt(8)) {
      case 0 -> relay.consolidate(rate);
      case 1 -> random.nextInt(20) == 0 && relay.giveAway(rate);
      case 2, 3 -> buy(relay, market, day, random.nextInt(3, 12));
      default -> relay.topUp(random.nextInt(-1, 100), day);
    };
  }

  @Test
  void impossibleConditionsAreRefused() {
    // Aim: rent for nothing would divide by zero later.
    assertThatThrownBy(() -> USUAL.withRent(Cents.ZERO)).hasMessageContaining("1 cent to");
    assertThatThrownBy(() -> USUAL.withRent(Cents.dollars(1001))).hasMessageContaining("$1001.00");
    assertThatThrownBy(
            () -> new Conditions(Cents.of(38), USUAL.invoices(), Delay.NONE, Cents.ZERO, -1))
        .hasMessageContaining("-1 days");
  }

  private static boolean buy(Relay relay, Market market, int day, int dollars) {
    return relay.buyCredit(Cents.dollars(dollars), market.feeRate(day), market.price(day), CHOICE);
  }

  private static boolean pay(Relay relay, Market market, Cents amount) {
    return relay.buyCredit(amount, market.feeRate(0), market.price(0), CHOICE);
  }

  private static Gifts noGifts(int days) {
    var nobody = new Scenario("NOBODY", Cents.dollars(1), 0, 0);
    return Gifts.of(nobody, USUAL.rent(), Markets.even(days, 1, 10_000), 1);
  }
}
