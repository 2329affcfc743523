package org.bulbil.evolve.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlopeTest {

  @Test
  void aLogisticCurveHasItsCoefficient() {
    // Aim: odds that grow by e^0.3 a generation; two generations a year; the end near 1 is left
    // out.
    double s = 0.3;
    var shares =
        IntStream.rangeClosed(0, 20)
            .mapToObj(year -> 1 / (1 + 3 * Math.exp(-s * 2 * year)))
            .toList();
    assertThat(shares.getLast()).isGreaterThan(0.99);
    assertThat(Slope.of(shares, 40)).isCloseTo(s, within(1e-9));
  }

  @Test
  void oneYearHasNoSlope() {
    // Aim: what is gone at once says nothing about its speed.
    assertThat(Slope.of(List.of(0.25, 0.0, 0.0), 2)).isZero();
  }
}
