package org.bulbil.core.money;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fee never falls below what its rate asks for, and no server's number can do harm. */
class FeeRateTest {

  @Test
  void theFeeIsTheLeastWholeSatoshiThatIsEnough() {
    var random = new Random(3);
    for (int i = 0; i < 1000; i++) {
      var rate = new FeeRate(random.nextLong(1, 10_000_000));
      long vbytes = random.nextLong(1, 100_000);
      long fee = rate.feeFor(vbytes).value();
      assertThat(fee * 1000)
          .as("seed 3, round %d", i)
          .isGreaterThanOrEqualTo(rate.satPerKvb() * vbytes);
      assertThat((fee - 1) * 1000).isLessThan(rate.satPerKvb() * vbytes);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1000",
    "2.5, 2500",
    "0.1, 100",
    "1.0001, 1001",
    "0.0000001, 1",
    "1e-999999999, 1",
    "1e4, 10000000"
  })
  void readsWhatChainServersGiveRoundedUp(BigDecimal satPerVb, long satPerKvb) {
    assertThat(FeeRate.ofSatPerVb(satPerVb)).isEqualTo(new FeeRate(satPerKvb));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "10000.001", "1e999999999", "-1e999999999"})
  void refusesTheAbsurdAtOnce(String satPerVb) {
    assertTimeoutPreemptively(
        ofSeconds(5),
        () ->
            assertThatThrownBy(() -> FeeRate.ofSatPerVb(new BigDecimal(satPerVb)))
                .isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void ratesAreOrderedAndAdded() {
    var one = FeeRate.ofSatPerVb(1);
    var two = FeeRate.ofSatPerVb(2);
    assertThat(FeeRate.min(one, two)).isEqualTo(one);
    assertThat(FeeRate.max(one, two)).isEqualTo(two);
    assertThat(one.plus(FeeRate.RELAY_FLOOR)).isEqualTo(new FeeRate(1100));
    assertThat(one).isLessThan(two);
    assertThatThrownBy(() -> new FeeRate(10_000_000).plus(one))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> one.feeFor(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void printsAsPeopleSayIt() {
    assertThat(FeeRate.ofSatPerVb(3)).hasToString("3 sat/vB");
    assertThat(new FeeRate(10_000)).hasToString("10 sat/vB");
    assertThat(FeeRate.RELAY_FLOOR).hasToString("0.1 sat/vB");
  }
}
