package org.bulbil.evolve.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  @Test
  void aMeanHasStudentsInterval() {
    // Aim: 1 to 5 have deviation sqrt(2.5); with t(4) = 2.7764 the mean is 3 ± 1.9632.
    var interval = Interval.ofMean(1, 2, 3, 4, 5);
    assertThat(interval.value()).isEqualTo(3);
    assertThat(interval.low()).isCloseTo(3 - 1.9632, within(1e-4));
    assertThat(interval.high()).isCloseTo(3 + 1.9632, within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 12.7062",
    "4, 2.7764",
    "30, 2.0423",
    "31, 2.0395",
    "40, 2.0211",
    "60, 2.0003",
    "120, 1.9799",
    "1000, 1.9623"
  })
  void quantilesAreThoseOfTheTables(int degrees, double quantile) {
    // Aim: also where the table ends and the expansion begins.
    assertThat(StudentT.span(degrees)).isCloseTo(quantile, within(1e-4));
  }

  @Test
  void pairsThatShareTheirLuckAreSureOfTheirDifference() {
    // Aim: each alone is unsure; the difference of the pairs is not.
    double[] these = {10, 50, 90, 130};
    double[] those = {8, 49, 88, 129};
    assertThat(Interval.ofMean(these).isAbove(0)).isFalse();
    var difference = Interval.ofPairs(these, those);
    assertThat(difference.value()).isEqualTo(1.5);
    assertThat(difference.isAbove(0)).isTrue();
    assertThatThrownBy(() -> Interval.ofPairs(these, new double[] {1}))
        .hasMessage("4 values have no pairs among 1");
  }

  @ParameterizedTest
  @CsvSource({
    "8, 10, 0.4902, 0.9433",
    "0, 10, 0, 0.2775",
    "10, 10, 0.7225, 1",
    "15, 50, 0.1910, 0.4375"
  })
  void sharesHaveWilsonsInterval(int hits, int cases, double low, double high) {
    // Aim: published examples; never outside 0 and 1, and not empty where all or none hit.
    var interval = Interval.ofShare(hits, cases);
    assertThat(interval.low()).isCloseTo(low, within(1e-4));
    assertThat(interval.high()).isCloseTo(high, within(1e-4));
  }

  @Test
  void nothingFollowsFromOneValue() {
    // Aim: a single round is shown without an interval, and proves nothing.
    var one = Interval.ofMean(7);
    assertThat(one.value()).isEqualTo(7);
    assertThat(one.isKnown()).isFalse();
    assertThat(one.isAbove(0)).isFalse();
    assertThat(one.within(0, 10).isKnown()).as("bounds are no evidence").isFalse();
    assertThat(Interval.ofMean().value()).isNaN();
  }
}
