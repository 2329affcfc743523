package org.bulbil.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.ledger.Gift;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.policy.Outlook;
import org.bulbil.core.policy.Prior;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.SteadyTime;
import org.bulbil.core.time.Testimony;
import org.junit.jupiter.api.Test;

/** The outlook follows the wallet's gifts, once a day or with each gift; it survives a start. */
class ForecastTest {

  private static final Optional<Rate> PRICE = Optional.of(Rate.ofDollars(100_000));

  private final TestingTime clock = new TestingTime();
  private final Instant start = clock.truth();
  private final SimulatedDisk disk = new SimulatedDisk();
  private final List<Gift> gifts = new ArrayList<>();
  private SteadyTime time = new SteadyTime(clock, clock, Duration.ofHours(1));
  private Forecast forecast = opened();

  private Forecast opened() {
    time = new SteadyTime(clock, clock, Duration.ofHours(1));
    return new Forecast(Prior.USUAL, Day.REAL, Journal.open(disk.file("journal.db"), clock), time);
  }

  private void confirmClock() {
    time.check(List.of(Testimony.around("a witness", clock.now(), Duration.ofMinutes(1))));
  }

  private Outlook look(Optional<Rate> price) {
    return forecast.by(view(gifts.size()), FeeRate.ofSatPerVb(1), price, Cents.of(38));
  }

  private void days(long days) {
    clock.pause(Duration.ofDays(days));
  }

  /** So many rent-days, and the 68 sat that spending them costs at 1 sat/vB. */
  private void give(long rentDays) {
    var number = gifts.size() + 1;
    var id = new TxId("%064x".formatted(number));
    gifts.add(new Gift(id, Sats.of(68 + 380 * rentDays), number, clock.now()));
  }

  private WalletView view(int count) {
    var shown = gifts.subList(Math.max(0, gifts.size() - 1_000), gifts.size());
    return GiftViews.of(shown, count);
  }

  @Test
  void itIsBornWhenSomebodyElseHasShownTheTime() {
    assertThat(forecast.born()).isEqualTo(start);
    days(3);
    assertThat(forecast.born()).as("now, while it is not sure").isEqualTo(clock.now());
    confirmClock();
    var born = forecast.born();
    days(40);
    forecast = opened();
    assertThat(forecast.born()).isEqualTo(born);
  }

  @Test
  void giftsAreCountedFromBirthOn() {
    confirmClock();
    forecast.born();
    for (int i = 0; i < 10; i++) {
      days(5);
      give(7);
    }
    days(10);
    var outlook = look(PRICE);
    assertThat(outlook.gifts()).isEqualTo(10);
    assertThat(outlook.days()).isCloseTo(60, within(0.01));
    assertThat(outlook.income()).isCloseTo(98 / 88.0, within(0.001));
  }

  @Test
  void whatIsOlderThanHalfAYearIsForgotten() {
    confirmClock();
    forecast.born();
    give(20);
    days(170);
    give(7);
    days(11);
    assertThat(look(PRICE)).satisfies(it -> assertThat(it.gifts()).isEqualTo(1));
    assertThat(look(PRICE).days()).isEqualTo(180);
  }

  /** Of 1,200 gifts in 24 days the newest 1,000 are shown: they came in 20. */
  @Test
  void whereTheWalletDoesNotShowAllGiftsTheTimeIsThatOfTheOldestShown() {
    confirmClock();
    forecast.born();
    for (int i = 0; i < 1_200; i++) {
      clock.pause(Duration.ofMinutes(29));
      give(1);
    }
    assertThat(look(PRICE).days()).isCloseTo(999 * 29 / 1440.0, within(0.01));
    assertThat(look(PRICE).gifts()).isEqualTo(1_000);
  }

  @Test
  void itIsWorkedOutOnceADayAndWithEachGift() {
    confirmClock();
    forecast.born();
    give(7);
    var first = look(PRICE);
    clock.pause(Duration.ofHours(1));
    assertThat(look(PRICE)).isSameAs(first);
    give(7);
    var second = look(PRICE);
    assertThat(second.gifts()).isEqualTo(2);
    days(1);
    assertThat(look(PRICE).income()).isLessThan(second.income());
  }

  @Test
  void withoutAPriceTheFormerWordCounts() {
    confirmClock();
    give(7);
    assertThat(look(Optional.empty())).isEqualTo(Outlook.UNKNOWN);
    var known = look(PRICE);
    days(3);
    give(7);
    assertThat(look(Optional.empty())).isSameAs(known).isSameAs(forecast.newest());
  }
}
