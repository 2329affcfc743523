package org.bulbil.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bulbil.core.policy.Situations.usual;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bulbil.core.genome.Gene;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.policy.Decision.BuyCredit;
import org.bulbil.core.policy.Decision.Consolidate;
import org.bulbil.core.policy.Decision.Rest;
import org.junit.jupiter.api.Test;

/** When coins become credit, how many of them, and how much of it. */
class TreasuryTest {

  private static final Genome GENOME = Genome.founder("ewr", "vc2-1c-1gb");
  private static final FeeRate ONE = FeeRate.ofSatPerVb(1);
  private static final FeeRate TWO = FeeRate.ofSatPerVb(2);
  private static final FeeRate TEN = FeeRate.ofSatPerVb(10);

  /** $60 in three coins: what a relay with some months of gifts has. */
  private static final long[] SOME = {30_000, 20_000, 10_000};

  private final Policy childless = new Policy(GENOME, Limits.USUAL.childless());
  private final Policy fertile = new Policy(GENOME, Limits.USUAL);

  private Decision decide(Situations situations) {
    return childless.decide(situations.situation());
  }

  private static Situations prepaid(int days) {
    return usual().leaseLeft(Duration.ofDays(8)).credit(38L * (days - 8));
  }

  private BuyCredit bought(Situations situations) {
    assertThat(decide(situations)).isInstanceOf(BuyCredit.class);
    return (BuyCredit) decide(situations);
  }

  @Test
  void whileFeesAreLowEveryCoinBecomesCreditInWholeDollars() {
    var buy = bought(prepaid(20).coins(SOME).fees(ONE, ONE, TWO));
    assertThat(buy.amount()).isEqualTo(Cents.dollars(53)); // 140 days, then the stock is full.
    assertThat(buy.feePercent()).isBetween(1, 10);
  }

  @Test
  void whoHasTimeWaitsForALowerFeeAndSaysSo() {
    var dear = prepaid(60).coins(SOME).fees(TEN, ONE, TWO);
    assertThat(decide(dear))
        .isInstanceOfSatisfying(
            Rest.class, rest -> assertThat(rest.why()).contains("waits for a lower fee"));
    assertThat(decide(dear.fees(ONE, ONE, TWO))).isInstanceOf(BuyCredit.class);
  }

  /** The days at which a rate is taken fall as the rate rises. */
  @Test
  void theFewerDaysAreLeftTheDearerItBuys() {
    var taken =
        LongStream.of(1, 2, 3, 5, 10)
            .mapToInt(rate -> mostDaysAtWhichItBuys(FeeRate.ofSatPerVb(rate)))
            .toArray();
    assertThat(Arrays.stream(taken).boxed().toList())
        .isSortedAccordingTo((a, b) -> Integer.compare(b, a));
    assertThat(taken[0]).isGreaterThan(40);
    assertThat(taken[4]).isLessThan(30);
  }

  private int mostDaysAtWhichItBuys(FeeRate rate) {
    int most = 0;
    for (int days = 8; days < 160; days++) {
      if (decide(prepaid(days).coins(SOME).fees(rate, ONE, TWO)) instanceof BuyCredit) {
        most = days;
      }
    }
    return most;
  }

  @Test
  void theLargestCoinsPayAndTheSmallOnesWait() {
    var coins = new long[] {30_000, 600, 600, 600, 600, 600, 600, 600, 600, 600};
    assertThat(bought(prepaid(15).coins(coins).fees(TWO.plus(TWO), ONE, TWO)).amount())
        .isEqualTo(Cents.dollars(29));
  }

  @Test
  void inTheLastDaysTheFeeMayBeAboveThePayment() {
    var end = usual().leaseLeft(Duration.ofDays(2));
    var dear = FeeRate.ofSatPerVb(110);
    var fourteenForThirteen = end.coins(27_000).fees(dear, ONE, TWO);
    assertThat(bought(fourteenForThirteen).feePercent()).isEqualTo(200);
    var thirteenForTwelve = end.coins(25_500).fees(dear, ONE, TWO);
    assertThat(decide(thirteenForTwelve)).isInstanceOf(Rest.class);
  }

  /** It would give $2,000 away for want of $18: whatever the next block costs is less. */
  @Test
  void aRichRelayDoesNotDieOfADearDay() {
    var rich = usual().leaseLeft(Duration.ofDays(2)).coins(1_000_000, 500_000, 400_000);
    assertThat(decide(rich.fees(FeeRate.ofSatPerVb(300), ONE, TWO))).isInstanceOf(BuyCredit.class);
  }

  /** What it buys in haste is no more than its stock: the rest may be meant for a child. */
  @Test
  void hasteBuysNoMoreThanTheStock() {
    var rich = usual().leaseLeft(Duration.ofDays(2)).coins(400_000).fees(ONE, ONE, TWO);
    assertThat(((BuyCredit) fertile.decide(rich.situation())).amount())
        .isEqualTo(Cents.dollars(22)); // 58 days
  }

  @Test
  void aFullStockBuysNothing() {
    var full = new Policy(GENOME.with(Gene.CREDIT, 40), Limits.USUAL.childless());
    var cheap = prepaid(35).coins(SOME).fees(ONE, ONE, TWO);
    assertThat(full.decide(cheap.situation())).isInstanceOf(Rest.class);
    assertThat(decide(cheap)).isInstanceOf(BuyCredit.class);
  }

  /** What a child is to get cannot be handed on as credit. */
  @Test
  void aRelayThatMayBearChildrenKeepsItsSurplusInCoins() {
    var rich = prepaid(90).coins(SOME).fees(ONE, ONE, TWO);
    assertThat(decide(rich)).isInstanceOf(BuyCredit.class);
    assertThat(fertile.decide(rich.situation())).isNotInstanceOf(BuyCredit.class);
  }

  @Test
  void lessThanTheSmallestInvoiceIsKept() {
    assertThat(decide(prepaid(20).coins(5_000))).isInstanceOf(Rest.class);
  }

  /**
   * A poor relay that may never get a gift again waits, while it has time, until its coin is worth
   * a little more than whole dollars: what would be left over is lost with it.
   */
  @Test
  void whatWouldBeStrandedIsSpared() {
    var poor = prepaid(12).outlook(Outlook.UNKNOWN);
    assertThat(decide(poor.coins(8_900))).isInstanceOf(Rest.class);
    assertThat(decide(poor.coins(8_160))).isInstanceOf(BuyCredit.class);
    assertThat(decide(poor.coins(8_900).leaseLeft(Duration.ofDays(2)).credit(0)))
        .isInstanceOf(BuyCredit.class);
  }

  @Test
  void coinsAreMergedForChildrenAloneAndWhileThatIsCheap() {
    var resting = new Family(0, 1, Optional.of(Situations.NOW), 0, false);
    var crowd = prepaid(130).crowd(150, 300, ONE).fees(ONE, ONE, TWO).family(resting);
    assertThat(fertile.decide(crowd.situation())).isInstanceOf(Consolidate.class);
    assertThat(fertile.decide(crowd.fees(ONE, ONE, ONE).situation()))
        .as("as cheap later")
        .isInstanceOf(Rest.class);
    assertThat(fertile.decide(crowd.fees(TWO, ONE, TWO).situation()))
        .as("dearer than low")
        .isInstanceOf(Rest.class);
    assertThat(decide(crowd)).as("childless").isNotInstanceOf(Consolidate.class);
  }
}
