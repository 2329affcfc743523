package org.bulbil.agent.survive;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** All chance in a life, from its seed. */
final class Dice {

  /** Waits are exponential; one in 400 would be longer than six times their mean, and is not. */
  private static final double LONGEST_WAIT = 6;

  private final SplittableRandom random;

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  static Dice of(long seed) {
    return new Dice(new SplittableRandom(seed));
  }

  /** Dice of their own, so that one part's throws change no other part's. */
  Dice split() {
    return new Dice(random.split());
  }

  RandomGenerator generator() {
    return random;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Both ends included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** Every order of magnitude between both ends is as likely. */
  double spread(double least, double most) {
    return least * Math.pow(most / least, random.nextDouble());
  }

  long spread(long least, long most) {
    return Math.round(spread((double) least, (double) most));
  }

  /** A wait with this mean, as between events that know nothing of one another. */
  Duration wait(Duration mean) {
    double factor = Math.min(LONGEST_WAIT, -Math.log(1 - random.nextDouble()));
    return Duration.ofSeconds((long) (mean.toSeconds() * factor));
  }

  /**
   * So many of them as come in {@code span} when one comes in {@code mean}, at most {@code most}.
   */
  int count(Duration span, Duration mean, int most) {
    var left = span;
    for (int count = 0; count < most; count++) {
      left = left.minus(wait(mean));
      if (left.isNegative()) {
        return count;
      }
    }
    return most;
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
