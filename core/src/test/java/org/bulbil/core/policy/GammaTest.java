package org.bulbil.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantiles against published ones: half of chi-squared's with twice the degrees of freedom. */
class GammaTest {

  @ParameterizedTest
  @CsvSource({
    "4, 4.5936",
    "5, 6.1791",
    "10, 14.5784",
    "15, 23.3641",
    "20, 32.3450",
    "25, 41.4492",
    "30, 50.6406",
    "40, 69.2069",
    "50, 87.9453"
  })
  void theLowerFifth(double shape, double chiSquared) {
    assertThat(Gamma.quantile20(shape, 1)).isCloseTo(chiSquared / 2, withinPercentage(0.5));
    assertThat(Gamma.quantile20(shape, 50)).isCloseTo(chiSquared / 100, withinPercentage(0.5));
  }
}
