package org.bulbil.evolve.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.evolve.replay.CoinChoice.Chosen;
import org.junit.jupiter.api.Test;

class CoinChoiceTest {

  private static final long COIN = 50_000;
  private static final FeeRate TEN = FeeRate.ofSatPerVb(10);

  @Test
  void aFeeThatIsTooLargeAShareIsNotPaid() {
    // Aim: 1,100 sat are 11 % of 10,000.
    var coins = coins(11_100);
    assertThat(CoinChoice.LARGEST_FIRST.withFeeAtMost(11).choose(coins, 10_000, TEN)).isPresent();
    assertThat(CoinChoice.LARGEST_FIRST.withFeeAtMost(10).choose(coins, 10_000, TEN)).isEmpty();
  }

  @Test
  void theLargestComeFirst() {
    // Aim: three coins are needed, and those that cost more than they are worth stay.
    var coins = coins(9_715, 9_714, 5_000, 680);
    var fee = 10 * (11 + 31 + 3 * 68) + 569;
    assertThat(CoinChoice.LARGEST_FIRST.choose(coins, 21_400, TEN))
        .contains(chosen(fee, 0, 9_715, 9_714, 5_000));
    assertThat(CoinChoice.LARGEST_FIRST.choose(coins, 24_000, TEN)).isEmpty();
  }

  @Test
  void changeIsMadeWhereItIsWorthIt() {
    // Aim: change below 68·f goes to the miners, from there on it comes back.
    int body = 10 * (11 + 31 + 68);
    int change = 10 * 31;
    var choice = CoinChoice.LARGEST_FIRST;
    assertThat(choice.choose(coins(COIN), COIN - body - change - 680, TEN))
        .contains(chosen(body + change, 680, COIN));
    assertThat(choice.choose(coins(COIN), COIN - body - change - 679, TEN))
        .contains(chosen(body + change + 679, 0, COIN));
    assertThat(choice.choose(coins(COIN), COIN - body, TEN)).contains(chosen(body, 0, COIN));
    assertThat(choice.choose(coins(COIN), COIN - body + 1, TEN)).isEmpty();
  }

  @Test
  void dustIsNoChange() {
    // Aim: at 1 sat/vB the dust limit of 294 is what counts, not the 68 of an input.
    var one = FeeRate.ofSatPerVb(1);
    var choice = CoinChoice.LARGEST_FIRST;
    int fee = 11 + 31 + 68 + 31;
    assertThat(choice.choose(coins(COIN), COIN - fee - 294, one)).contains(chosen(fee, 294, COIN));
    assertThat(choice.choose(coins(COIN), COIN - fee - 293, one))
        .contains(chosen(fee + 293, 0, COIN));
  }

  @Test
  void sweepingTakesEverythingThatIsWorthIt() {
    // Aim: the rule of 2017: coins above 1.5 times their input's cost, all of them.
    var coins = coins(50_000, 1_021, 1_020, 600);
    int fee = 10 * (11 + 31 + 2 * 68 + 31);
    assertThat(CoinChoice.sweeping(150).choose(coins, 10_000, TEN))
        .contains(chosen(fee, 51_021 - 10_000 - fee, 50_000, 1_021));
    assertThat(CoinChoice.sweeping(150).choose(coins(600), 1, TEN)).isEmpty();
  }

  @Test
  void onePaymentTakesNoMoreThan500Coins() {
    // Aim: a larger transaction would not be relayed.
    var coins = new Coins();
    for (int i = 0; i < 600; i++) {
      coins.add(10_000);
    }
    var chosen = CoinChoice.sweeping(100).choose(coins, 100_000, TEN).orElseThrow();
    assertThat(chosen.coins()).hasSize(500);
    assertThat(CoinChoice.LARGEST_FIRST.choose(coins, 5_500_000, TEN)).isEmpty();
  }

  private static Chosen chosen(long fee, long change, long... coins) {
    return new Chosen(Arrays.stream(coins).mapToObj(Sats::of).toList(), fee, change);
  }

  private static Coins coins(long... sats) {
    var coins = new Coins();
    for (long coin : sats) {
      coins.add(coin);
    }
    return coins;
  }
}
