package org.bulbil.evolve.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bulbil.evolve.random.Keyed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttentionTest {

  @Test
  void drawsByWeight() {
    // Aim: each entry as often as its weight says.
    long seed = Worlds.seed(61);
    var weights = new float[] {1, 0, 3, 0.5f, 5.5f, 0};
    var alias = new Alias(weights, weights.length);
    var counts = new int[weights.length];
    int draws = 200_000;
    for (int i = 0; i < draws; i++) {
      counts[alias.draw(Keyed.bits(seed, 1, 2, 3, i))]++;
    }
    for (int i = 0; i < weights.length; i++) {
      assertThat((double) counts[i] / draws).isCloseTo(weights[i] / 10, within(0.005));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "2, 0", "38, 0.55", "68, 1", "1000, 1"})
  void torTakesTenWeeksToBelieve(int age, double load) {
    // Aim: the ramp of a new relay.
    assertThat(Ramp.TOR.load(age)).isCloseTo(load, within(1e-9));
  }
}
