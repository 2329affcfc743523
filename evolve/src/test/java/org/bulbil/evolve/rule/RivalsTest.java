package org.bulbil.evolve.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.bulbil.core.money.Cents;
import org.bulbil.evolve.gift.Gifts;
import org.bulbil.evolve.gift.Scenario;
import org.bulbil.evolve.market.Market;
import org.bulbil.evolve.market.Markets;
import org.bulbil.evolve.replay.Conditions;
import org.bulbil.evolve.replay.Conditions.Delay;
import org.bulbil.evolve.replay.Conditions.Invoices;
import org.bulbil.evolve.replay.Ledger;
import org.bulbil.evolve.replay.Life;
import org.bulbil.evolve.replay.Replay;
import org.junit.jupiter.api.Test;

/** All prices here are $10,000 a bitcoin: a cent is 100 sat, a day 3,800, the start 200,000. */
class RivalsTest {

  private static final Conditions EASY =
      Conditions.USUAL.with(Invoices.ANY_AMOUNT).with(Delay.NONE);

  private static final Scenario NOBODY = new Scenario("NOBODY", Cents.dollars(1), 0, 0);

  @Test
  void theOriginalPaysAWeekAtATime() {
    // Aim: 200,000 sat are 7 payments of 26,600 with fees at 1 sat/vB, so 14 + 49 days; the change
    // is spent again each time.
    var life = live(Markets.even(400, 1, 10_000), EASY, Periodic.ORIGINAL);
    assertThat(life.payments()).isEqualTo(7);
    assertThat(life.daysAlive()).isEqualTo(14 + 7 * 7);
    assertThat(life.ledger().rent()).isEqualTo(7 * 26_600);
    assertThat(life.ledger().fees()).isEqualTo(7 * (11 + 68 + 31 + 31));
  }

  @Test
  void theMonthlyRuleEndsWithWhatItCanStillPay() {
    // Aim: 30 days once, then a week, 2 days and single days until nothing is left for another.
    var life = live(Markets.even(400, 1, 10_000), EASY, Periodic.TOKEN30);
    assertThat(life.daysAlive()).isEqualTo(14 + 52);
    assertThat(life.ledger().rent()).isEqualTo(52 * 3_800);
    assertThat(life.payments()).isLessThan(7);
  }

  @Test
  void theProvidersRulesBindRivalsToo() {
    // Aim: whole dollars from 5 on: 12 for a month, 5 for a week; a payment that counts tomorrow.
    var life = live(Markets.even(400, 1, 10_000), Conditions.USUAL, Periodic.TOKEN30);
    assertThat(life.ledger().rent()).isEqualTo((12 + 5) * 10_000);
    assertThat(life.daysAlive()).isEqualTo(14 + 1_700 / 38);
  }

  @Test
  void aBoundSpendsEachCoinOnItsCheapestDay() {
    // Aim: the start's 200,000 sat on the best of the first two days, or of all of them.
    var market = Markets.of(50, 20, 10, 30);
    assertThat(bound(market, 1)).isEqualTo(new Ledger(200_000, 196_600, 3_400, 0, 0));
    assertThat(bound(market, 2)).isEqualTo(new Ledger(200_000, 198_640, 1_360, 0, 0));
    assertThat(bound(market, 365)).isEqualTo(new Ledger(200_000, 199_320, 680, 0, 0));
  }

  @Test
  void aBoundLosesNoMoreThanACoin() {
    // Aim: at 9,000 sat/vB an input costs more than there is.
    assertThat(bound(Markets.of(9_000), 30)).isEqualTo(new Ledger(200_000, 0, 200_000, 0, 0));
  }

  private static Ledger bound(Market market, int days) {
    return new Clairvoyant(days).live(new Replay(market, EASY), gifts(market)).ledger();
  }

  private static Life live(Market market, Conditions conditions, Periodic rival) {
    return new Replay(market, conditions).live(gifts(market), rival);
  }

  private static Gifts gifts(Market market) {
    return Gifts.of(NOBODY, Conditions.USUAL.rent(), market, 1);
  }
}
