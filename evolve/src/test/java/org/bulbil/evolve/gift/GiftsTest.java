package org.bulbil.evolve.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.bulbil.core.money.Cents;
import org.bulbil.evolve.market.Markets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GiftsTest {

  private static final Cents RENT = Cents.of(38);

  static Iterable<Scenario> scenarios() {
    return Scenario.ALL;
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void incomeIsTheRatioTimesTheRent(Scenario scenario) {
    // Aim: counts and sizes together, at $10,000 a bitcoin, over 4,000 days and 20 seeds.
    var market = Markets.even(4000, 1, 10_000);
    double sum = 0;
    for (long seed = 1; seed <= 20; seed++) {
      sum += sum(Gifts.of(scenario, RENT, market, seed));
    }
    double expected = 20 * 4000 * scenario.ratio() * 0.38 * 10_000;
    assertThat(sum / expected).isCloseTo(1, within(0.05));
  }

  @Test
  void giftsAreDollars() {
    // Aim: the same gift is a tenth of the satoshis at ten times the price.
    var cheap = Gifts.of(Scenario.COFFEE, RENT, Markets.even(1000, 1, 1_000), 5);
    var dear = Gifts.of(Scenario.COFFEE, RENT, Markets.even(1000, 1, 10_000), 5);
    assertThat(sum(dear)).isCloseTo(sum(cheap) / 10, within(1000L));
  }

  @Test
  void theSameDayHasTheSameGiftsInAShorterMarket() {
    // Aim: luck belongs to the date, so that years can be compared with the whole.
    var whole = Markets.even(1000, 1, 10_000);
    var part = whole.between(whole.first().plusDays(300), whole.last());
    var all = Gifts.of(Scenario.SMALL, RENT, whole, 9);
    var some = Gifts.of(Scenario.SMALL, RENT, part, 9);
    for (int day = 0; day < some.days(); day++) {
      assertThat(list(some, day)).isEqualTo(list(all, day + 300));
    }
    assertThat(sum(some)).isPositive();
  }

  @Test
  void anotherSeedIsOtherLuck() {
    // Aim: seeds next to one another differ.
    var market = Markets.even(1000, 1, 10_000);
    assertThat(sum(Gifts.of(Scenario.SMALL, RENT, market, 1)))
        .isNotEqualTo(sum(Gifts.of(Scenario.SMALL, RENT, market, 2)));
  }

  @Test
  void aGiftIsAtLeastWhatNodesRelay() {
    // Aim: at a fantastic price a gift of 70 cents would be less than dust.
    var gifts = Gifts.of(Scenario.TINY, RENT, Markets.even(100, 1, 9_000_000), 1);
    for (int day = 0; day < gifts.days(); day++) {
      assertThat(list(gifts, day)).allMatch(sats -> sats >= 294);
    }
  }

  @Test
  void scenariosAreFoundByName() {
    // Aim: any case of letters; a wrong name lists the right ones.
    assertThat(Scenario.named("small-rich")).isEqualTo(Scenario.SMALL_RICH);
    assertThatThrownBy(() -> Scenario.named("HUGE"))
        .hasMessage("there is no scenario 'HUGE'; there are BIG, COFFEE, SMALL, SMALL-RICH, TINY");
    assertThat(Scenario.TINY.giftsPerDay(RENT)).isCloseTo(1.63, within(0.01));
  }

  @Test
  void impossibleScenariosAreRefused() {
    // Aim: numbers that would make a gift infinite or a loop endless.
    assertThatThrownBy(() -> new Scenario("X", Cents.ZERO, 1, 1)).hasMessageContaining("one cent");
    assertThatThrownBy(() -> new Scenario("X", RENT, 4, 1)).hasMessageContaining("0 to 3");
    assertThatThrownBy(() -> new Scenario("X", RENT, 1, Double.NaN))
        .hasMessageContaining("0 to 100");
  }

  private static long sum(Gifts gifts) {
    return IntStream.range(0, gifts.days())
        .mapToLong(day -> list(gifts, day).stream().mapToLong(Long::longValue).sum())
        .sum();
  }

  private static List<Long> list(Gifts gifts, int day) {
    return IntStream.range(0, gifts.count(day)).mapToObj(k -> gifts.sats(day, k)).toList();
  }
}
