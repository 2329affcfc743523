package org.bulbil.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.bulbil.core.money.FeeRate;
import org.junit.jupiter.api.Test;

/** The slack before an end is enough for the blocks that it waits for, and not far more. */
class SlackTest {

  private static final Duration BLOCK = Duration.ofMinutes(10);

  private static Duration before(long next, long usual) {
    return Slack.before(BLOCK, Duration.ZERO, FeeRate.ofSatPerVb(next), FeeRate.ofSatPerVb(usual));
  }

  @Test
  void aDearNextBlockAsksForMoreSlack() {
    assertThat(before(2, 2)).isEqualTo(BLOCK.multipliedBy(7));
    assertThat(before(1, 2)).isEqualTo(before(2, 2));
    assertThat(before(8, 2)).isEqualTo(BLOCK.multipliedBy(12));
    assertThat(before(10_000, 1)).isEqualTo(before(256, 1)).isLessThan(Duration.ofHours(4));
  }

  @Test
  void twoHeartbeatsPassBeforeItIsNoticed() {
    var rate = FeeRate.RELAY_FLOOR;
    assertThat(Slack.before(BLOCK, Duration.ofMinutes(30), rate, rate))
        .isEqualTo(Duration.ofMinutes(130));
  }

  /** Exponential intervals, drawn: of 100,000 lives some 100 may come too late, or half of that. */
  @Test
  void oneInAThousandComesTooLate() {
    long seed = Long.getLong("seed", 20261122L);
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int needed = 1; needed <= 9; needed++) {
      assertThat(tooLate(needed, random)).as("seed %d, %d blocks", seed, needed).isBetween(10, 140);
    }
  }

  private static int tooLate(int needed, RandomGenerator random) {
    int late = 0;
    for (int life = 0; life < 100_000; life++) {
      double waited = 0;
      for (int block = 0; block < needed; block++) {
        waited += random.nextExponential();
      }
      late += waited > Slack.blocks(needed) ? 1 : 0;
    }
    return late;
  }
}
