package org.bulbil.bitcoin.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.bulbil.core.money.FeeRate;
import org.junit.jupiter.api.Test;

/** Estimates make sense whatever servers say. */
class FeeEstimatesTest {

  @Test
  void waitingLongerIsNeverDearer() {
    var odd =
        FeeEstimates.of(
            Map.of(1, FeeRate.ofSatPerVb(3), 6, FeeRate.ofSatPerVb(900), 20, new FeeRate(500)));
    assertThat(odd.within(1)).contains(FeeRate.ofSatPerVb(3));
    assertThat(odd.within(10)).contains(FeeRate.ofSatPerVb(3));
    assertThat(odd.within(144)).contains(new FeeRate(500));
  }

  @Test
  void lowAndHighAreKeptApartAndASilentServerCountsForNeither() {
    var cheap = FeeEstimates.flat(FeeRate.ofSatPerVb(1));
    var dear = FeeEstimates.flat(FeeRate.ofSatPerVb(9));
    var none = FeeEstimates.of(Map.of());
    var levels = FeeLevels.of(java.util.List.of(dear, none, cheap));
    assertThat(levels.low().within(1)).contains(FeeRate.ofSatPerVb(1));
    assertThat(levels.high().within(1)).contains(FeeRate.ofSatPerVb(9));
  }

  @Test
  void targetsOutOfRangeAreABug() {
    assertThatThrownBy(() -> FeeEstimates.of(Map.of(0, FeeRate.RELAY_FLOOR)))
        .hasMessageContaining("1 to 1008");
  }
}
