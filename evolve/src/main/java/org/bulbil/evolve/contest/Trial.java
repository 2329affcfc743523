package org.bulbil.evolve.contest;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.bulbil.evolve.gift.Gifts;
import org.bulbil.evolve.gift.Scenario;
import org.bulbil.evolve.replay.Life;
import org.bulbil.evolve.replay.Replay;

/**
 * Many lives of one contender in one scenario, each with the luck of its own seed. Contenders that
 * are given the same seeds have the same luck, so that their difference is not chance.
 *
 * @param replay market and conditions
 */
public record Trial(Contender contender, Scenario scenario, Replay replay) {

  /** More would be more precise than the model is. */
  public static final int REPLICATES_MAX = 100_000;

  /**
   * The lives of seeds {@code seed} to {@code seed + replicates - 1}: the same whatever the number
   * of threads.
   */
  public Findings run(long seed, int replicates, ForkJoinPool pool) {
    if (replicates < 1 || replicates > REPLICATES_MAX) {
      throw new IllegalArgumentException(
          "replicates must be 1 to %d, not %d".formatted(REPLICATES_MAX, replicates));
    }
    var lives =
        pool.submit(
            () -> IntStream.range(0, replicates).parallel().mapToObj(i -> life(seed + i)).toList());
    return Findings.of(lives.join());
  }

  /** The life of one seed. */
  public Life life(long seed) {
    var gifts = Gifts.of(scenario, replay.conditions().rent(), replay.market(), seed);
    return contender.live(replay, gifts);
  }
}
