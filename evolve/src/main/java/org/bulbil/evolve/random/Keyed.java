package org.bulbil.evolve.random;

/**
 * Random numbers that are a pure function of what they are for: seed, stream, entity, day and
 * index.
 *
 * <p>Each part goes through the mixing function of SplitMix64 (Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators", 2014) in turn, so that for fixed other parts the
 * numbers of successive indices are SplitMix64's own sequence. Not for secrets.
 */
public final class Keyed {

  /** 2^64 divided by the golden ratio, odd: SplitMix64's increment. */
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  /** The distance of neighbouring doubles just below 1. */
  private static final double ULP = 0x1.0p-53;

  private Keyed() {}

  /**
   * 64 random bits.
   *
   * @param seed of the whole run
   * @param stream what the number is for; each use has its own
   * @param entity whom it concerns, such as a relay's number
   * @param day when
   * @param k which of several for the same purpose on the same day
   */
  public static long bits(long seed, long stream, long entity, long day, long k) {
    return bits(key(seed, stream, entity), day, k);
  }

  /** The part of {@link #bits(long, long, long, long, long)} that days have in common. */
  public static long key(long seed, long stream, long entity) {
    return mix(mix(mix(seed) + step(stream)) + step(entity));
  }

  /** 64 random bits for a {@code key} of {@link #key}. */
  public static long bits(long key, long day, long k) {
    return mix(mix(key + step(day)) + step(k));
  }

  private static long step(long part) {
    return (part + 1) * GOLDEN;
  }

  private static long mix(long z) {
    long once = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
    return twice ^ (twice >>> 31);
  }

  /** A number strictly between 0 and 1, of which each is as likely. */
  public static double uniform(long bits) {
    return ((bits >>> 12) + 0.5) * (2 * ULP);
  }

  /** A whole number from 0 to {@code bound} - 1, by multiplication (Lemire 2019, unrejected). */
  public static int below(int bound, long bits) {
    return (int) (((bits >>> 32) * bound) >>> 32);
  }

  /** A number of the normal distribution with mean 0 and deviation 1. */
  public static double gaussian(long bits) {
    return Normal.quantile(uniform(bits));
  }

  /**
   * A number whose logarithm is normal with deviation {@code sigma}, and whose mean is {@code
   * mean}.
   */
  public static double logNormal(double mean, double sigma, long bits) {
    return mean * StrictMath.exp(sigma * gaussian(bits) - sigma * sigma / 2);
  }

  /**
   * How many of many rare things happen, if {@code mean} do on average: Poisson, by inversion.
   *
   * @param mean 0 to {@value Poisson#MEAN_MAX}
   */
  public static int poisson(double mean, long bits) {
    return Poisson.quantile(mean, uniform(bits));
  }
}
