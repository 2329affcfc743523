package org.bulbil.atlas.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.atlas.testing.Networks;
import org.junit.jupiter.api.Test;

/** Ours beside OnionTip's rule on the real relays of 2026-02-22; bench/tip-split prints it all. */
class SampleTest {

  /** From the facts: 1,000,000 sat, 60, 39.9 and 0.1 %. */
  @Test
  void onionTipsWorkedVector() {
    var result = OnionTip.split(1_000_000, List.of(60.0, 39.9, 0.1));
    assertThat(result.amounts()).containsExactly(594_594L, 395_405L, 0L);
    assertThat(result.fee()).isEqualTo(10_000);
    assertThat(result.lost()).isEqualTo(1);
  }

  @Test
  void inequalityIsMeasuredAsInTextbooks() {
    assertThat(Concentration.gini(List.of(1.0, 1.0, 1.0))).isCloseTo(0, within(1e-12));
    assertThat(Concentration.gini(List.of(0.0, 0.0, 0.0, 8.0))).isCloseTo(0.75, within(1e-12));
    assertThat(Concentration.hhi(Map.of("a", 3.0, "b", 1.0))).isCloseTo(0.625, within(1e-12));
  }

  @Test
  void nothingIsLostAndTheLargestDoNotTakeAll() throws IOException {
    var network = Networks.real();
    for (long sat : List.of(100_000L, 10_000_000L)) {
      var ours = Comparison.ours(network, sat, Optional.empty());
      var theirs = Comparison.onionTip(network, sat, false);
      assertThat(ours.lost()).isZero();
      assertThat(ours.recipients()).isGreaterThan(theirs.recipients());
      assertThat(ours.largest()).isLessThan(0.101).isLessThan(theirs.largest() / 4);
      assertThat(ours.hhi()).isLessThan(theirs.hhi());
      assertThat(ours.gini()).isLessThan(theirs.gini());
    }
  }
}
