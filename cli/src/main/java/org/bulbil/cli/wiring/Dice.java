package org.bulbil.cli.wiring;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;

/** Where chance comes from. The only place that makes a generator. */
public final class Dice {

  private static final String ALGORITHM = "L64X128MixRandom";

  private Dice() {}

  /** The same draws for the same {@code seed}; never for keys. */
  public static SplittableGenerator seeded(long seed) {
    return (SplittableGenerator) RandomGeneratorFactory.of(ALGORITHM).create(seed);
  }

  /** Draws that nobody can guess: for keys. */
  public static RandomGenerator secret() {
    return new SecureRandom();
  }

  /** A seed that nobody has used, small enough to be typed again. */
  public static long freshSeed() {
    return new SecureRandom().nextLong(1, 1_000_000);
  }
}
