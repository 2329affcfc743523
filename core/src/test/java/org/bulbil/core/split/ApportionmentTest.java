package org.bulbil.core.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Largest remainders: exact sums, never more than one away, ties to the earlier. */
class ApportionmentTest {

  @Test
  void remaindersGoToTheLargest() {
    // The example of every textbook: 10 seats for 41, 29, 17, 13 voters.
    assertThat(Apportionment.of(10, new long[] {41, 29, 17, 13})).containsExactly(4, 3, 2, 1);
    assertThat(Apportionment.of(2, new long[] {1, 1, 1})).containsExactly(1, 1, 0);
    assertThat(Apportionment.of(7, new long[] {0, 5})).containsExactly(0, 7);
  }

  @Test
  void theSumIsExactUpToAllBitcoins() {
    var random = new Random(1);
    for (int i = 0; i < 200; i++) {
      var weights = random.longs(1 + random.nextInt(1_000), 0, 1_000_000_000_000L).toArray();
      weights[0]++;
      long total = random.nextLong(2_100_000_000_000_000L);
      var parts = Apportionment.of(total, weights);
      assertThat(Arrays.stream(parts).sum()).isEqualTo(total);
      double all = Arrays.stream(weights).asDoubleStream().sum();
      for (int k = 0; k < parts.length; k++) {
        assertThat(Math.abs(parts[k] - total * (weights[k] / all))).isLessThan(2);
      }
    }
  }
}
