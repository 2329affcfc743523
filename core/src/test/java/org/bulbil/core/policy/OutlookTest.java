package org.bulbil.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.bulbil.core.policy.Situations.income;

import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.junit.jupiter.api.Test;

/** What gifts say of the gifts to come: little at first, then more than what was assumed. */
class OutlookTest {

  private static Outlook of(Income income) {
    return Outlook.of(income, Prior.USUAL);
  }

  @Test
  void beforeTheFirstGiftItExpectsToBreakEven() {
    assertThat(Outlook.UNKNOWN.income()).isCloseTo(1, within(1e-12));
    assertThat(Outlook.UNKNOWN.cautiousIncome()).isCloseTo(0.576, within(0.002));
    assertThat(Outlook.UNKNOWN.decay()).isZero();
    assertThat(Outlook.of(Income.NONE, Prior.near(0)).income()).isCloseTo(1, within(1e-12));
  }

  /** 28 gifts of 7 days in 100 days are 1.96 a day; with the prior, 224 days' worth in 128. */
  @Test
  void gifts() {
    var outlook = of(income(100, 28, 7));
    assertThat(outlook.income()).isCloseTo(224 / 128.0, within(1e-9));
    assertThat(outlook.meanGift()).isCloseTo(7, within(1e-9));
    assertThat(outlook.cautiousIncome()).isCloseTo(1.49, within(0.01));
    assertThat(outlook.unevenness()).isCloseTo(1, within(1e-9));
    assertThat(outlook.gifts()).isEqualTo(28);
    assertThat(outlook.giftsPerDay()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void silenceIsBelieved() {
    assertThat(of(income(30, 0, 0)).income()).isCloseTo(28 / 58.0, within(1e-9));
    assertThat(of(income(180, 0, 0)).cautiousIncome()).isLessThan(0.1);
  }

  /** A gift of a year's rent counts for a month. */
  @Test
  void aWhaleIsAWindfallAndNoIncome() {
    assertThat(of(Income.of(60, 365))).isEqualTo(of(Income.of(60, 30)));
    assertThat(of(Income.of(60, 365)).cautiousIncome()).isLessThan(1);
  }

  @Test
  void moreGiftsAreABetterOutlookAndMoreDaysAWorseOne() {
    for (int gifts = 1; gifts < 40; gifts++) {
      assertThat(of(income(90, gifts, 6)).cautiousIncome())
          .isGreaterThan(of(income(90, gifts - 1, 6)).cautiousIncome())
          .isGreaterThan(of(income(91, gifts, 6)).cautiousIncome())
          .isLessThan(of(income(90, gifts, 6)).income());
    }
  }

  @Test
  void dustIsNoGift() {
    var rate = FeeRate.ofSatPerVb(2);
    var price = Rate.ofDollars(100_000);
    assertThat(Income.rentDays(Sats.of(136), rate, price, Cents.of(38))).isZero();
    assertThat(Income.rentDays(Sats.of(100), rate, price, Cents.of(38))).isZero();
    assertThat(Income.rentDays(Sats.of(136 + 3_800), rate, price, Cents.of(38)))
        .isCloseTo(10, within(1e-9));
    assertThat(Income.of(9, 0, 0, 3).gifts()).isEqualTo(1);
  }

  @Test
  void whatIsNoStretchOfTimeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Income.of(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Income.of(181));
    assertThatIllegalArgumentException().isThrownBy(() -> Income.of(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new Prior(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new Prior(31));
    assertThat(Prior.near(Double.NaN)).isEqualTo(Prior.USUAL);
    assertThat(Prior.near(1e300)).isEqualTo(new Prior(30));
  }

  /** How many of 1,000 half-years of log-normal gifts look as if they paid for children. */
  private static int promising(double ratio, double mean, long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int promising = 0;
    for (int i = 0; i < 1_000; i++) {
      var gifts = new double[(int) (10 * Income.LONGEST)];
      int count = 0;
      double wait = mean / ratio;
      for (double day = wait * random.nextExponential();
          day < Income.LONGEST && count < gifts.length;
          day += wait * random.nextExponential()) {
        gifts[count++] = mean * Math.exp(1.2 * random.nextGaussian() - 0.72);
      }
      var outlook = Outlook.of(Income.of(Income.LONGEST, gifts, count), Prior.near(mean));
      promising += outlook.cautiousIncome() > 1 + 62 / 900.0 ? 1 : 0;
    }
    return promising;
  }

  /** Who breaks even passes the bar by luck, seldom; who gets twice its rent nearly always. */
  @Test
  void theCautiousIncomeTellsThoseWhoThriveFromThoseWhoBreakEven() {
    long seed = Long.getLong("seed", 20261123L);
    assertThat(promising(1, 7, seed)).as("seed %d", seed).isBetween(30, 120);
    assertThat(promising(1, 20, seed)).as("seed %d", seed).isLessThan(20);
    assertThat(promising(2, 7, seed)).as("seed %d", seed).isGreaterThan(850);
    assertThat(promising(3, 7, seed)).as("seed %d", seed).isGreaterThan(980);
  }

  /** Gifts that are no numbers count for nothing; everything else is a number. */
  @Test
  void everyIncomeHasAnOutlook() {
    long seed = Long.getLong("seed", 20261123L);
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var odd =
        new double[] {Double.NaN, -1, 0, Double.MIN_VALUE, Double.MAX_VALUE, 1 / 0.0, -1 / 0.0};
    for (int i = 0; i < 20_000; i++) {
      var gifts = new double[random.nextInt(30)];
      for (int k = 0; k < gifts.length; k++) {
        gifts[k] =
            random.nextInt(3) == 0
                ? odd[random.nextInt(odd.length)]
                : Math.exp(random.nextGaussian() * 3);
      }
      double days = random.nextInt(5) == 0 ? 0 : random.nextDouble(Income.LONGEST);
      var outlook = Outlook.of(Income.of(days, gifts), Prior.near(random.nextDouble(40)));
      assertThat(
              List.of(
                  outlook.income(),
                  outlook.cautiousIncome(),
                  outlook.decay(),
                  outlook.meanGift(),
                  outlook.unevenness(),
                  outlook.giftsPerDay()))
          .as("seed %d, case %d", seed, i)
          .allSatisfy(value -> assertThat(value).isFinite().isNotNegative());
      assertThat(outlook.cautiousIncome()).isLessThan(outlook.income());
      assertThat(outlook.decay() > 0).isEqualTo(outlook.income() > 1);
    }
  }
}
