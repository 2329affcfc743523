package org.bulbil.bitcoin.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.chain.FeeLevels;
import org.bulbil.core.money.FeeRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bids are low while time allows, rise towards the deadline, and never pass the cap. */
class BiddingTest {

  private static final Duration BLOCK = Duration.ofMinutes(10);
  private static final Bidding BIDDING =
      new Bidding(BLOCK, FeeRate.RELAY_FLOOR, FeeRate.ofSatPerVb(50));
  private static final FeeLevels MARKET =
      FeeLevels.of(
          FeeEstimates.of(
              Map.of(
                  1, FeeRate.ofSatPerVb(20),
                  6, FeeRate.ofSatPerVb(9),
                  144, FeeRate.ofSatPerVb(1))));

  @ParameterizedTest
  @CsvSource({"-5, 1", "0, 1", "30, 1", "31, 2", "60, 2", "1440, 48", "1000000, 144"})
  void aTargetIsReachedThreeTimesOverBeforeTheDeadline(long minutes, int target) {
    assertThat(BIDDING.target(Duration.ofMinutes(minutes))).isEqualTo(target);
  }

  @Test
  void patienceIsCheapAndHasteIsDear() {
    assertThat(BIDDING.rate(MARKET, Bidding.NO_HURRY)).isEqualTo(FeeRate.ofSatPerVb(1));
    assertThat(BIDDING.rate(MARKET, Duration.ofHours(3))).isEqualTo(FeeRate.ofSatPerVb(9));
    assertThat(BIDDING.rate(MARKET, Duration.ofMinutes(20))).isEqualTo(FeeRate.ofSatPerVb(20));
  }

  @Test
  void whileTimeAllowsTheLowerServerIsBelievedAndAtTheEndTheHigher() {
    var two =
        FeeLevels.of(
            List.of(
                FeeEstimates.flat(FeeRate.ofSatPerVb(2)),
                FeeEstimates.flat(FeeRate.ofSatPerVb(30))));
    assertThat(BIDDING.rate(two, Duration.ofHours(1))).isEqualTo(FeeRate.ofSatPerVb(2));
    assertThat(BIDDING.rate(two, Duration.ofMinutes(30))).isEqualTo(FeeRate.ofSatPerVb(30));
  }

  @Test
  void aSpikeOfAHundredTimesEndsAtTheCap() {
    var spike = FeeLevels.of(FeeEstimates.flat(FeeRate.ofSatPerVb(2000)));
    assertThat(BIDDING.rate(spike, Duration.ZERO)).isEqualTo(FeeRate.ofSatPerVb(50));
    assertThat(BIDDING.raised(FeeRate.ofSatPerVb(50), BLOCK, spike, Duration.ZERO)).isEmpty();
    assertThat(BIDDING.raised(FeeRate.ofSatPerVb(45), BLOCK, spike, Duration.ZERO))
        .contains(FeeRate.ofSatPerVb(50));
  }

  @Test
  void withoutEstimatesTheFloorIsBid() {
    var none = FeeLevels.of(FeeEstimates.of(Map.of()));
    assertThat(BIDDING.rate(none, Duration.ZERO)).isEqualTo(FeeRate.RELAY_FLOOR);
  }

  @Test
  void aBidThatMissesBlocksAtTheEndRisesByAQuarterEach() {
    var calm = FeeLevels.of(FeeEstimates.flat(FeeRate.ofSatPerVb(1)));
    var bid = FeeRate.ofSatPerVb(2);
    assertThat(BIDDING.raised(bid, BLOCK.minusSeconds(1), calm, Duration.ZERO)).isEmpty();
    assertThat(BIDDING.raised(bid, BLOCK, calm, Duration.ofHours(5))).isEmpty();
    assertThat(BIDDING.raised(bid, BLOCK, calm, Duration.ZERO)).contains(new FeeRate(2500));
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void lessTimeNeverMeansALowerBidAndNoBidLeavesItsBounds(long seed) {
    var dice = new Random(seed);
    var levels = FeeLevels.of(List.of(anything(dice), anything(dice)));
    var former = BIDDING.rate(levels, Bidding.NO_HURRY);
    for (long minutes = 2000; minutes >= -20; minutes -= 7) {
      var bid = BIDDING.rate(levels, Duration.ofMinutes(minutes));
      assertThat(bid).isBetween(BIDDING.floor(), BIDDING.cap()).isGreaterThanOrEqualTo(former);
      former = bid;
      BIDDING
          .raised(bid, BLOCK, levels, Duration.ofMinutes(minutes))
          .ifPresent(higher -> assertThat(higher).isGreaterThan(BIDDING.floor()));
    }
  }

  private static FeeEstimates anything(Random dice) {
    var rates = new TreeMap<Integer, FeeRate>();
    for (int i = dice.nextInt(8); i >= 0; i--) {
      rates.put(1 + dice.nextInt(1008), new FeeRate(1 + (long) Math.exp(dice.nextDouble(16))));
    }
    return new FeeEstimates(rates);
  }

  @Test
  void boundsThatContradictAreRefused() {
    assertThatThrownBy(() -> new Bidding(BLOCK, FeeRate.ofSatPerVb(2), FeeRate.ofSatPerVb(1)))
        .hasMessageContaining("floor");
  }
}
