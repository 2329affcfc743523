package org.bulbil.evolve.world;

import org.bulbil.evolve.random.Keyed;

/** How large gifts are, in US cents. */
public sealed interface Sizes {

  /** The size of one gift, for 64 random bits; at least a cent. */
  double cents(long bits);

  /** The mean, by the sizes at the middles of ten thousand equally likely parts. */
  default double meanCents() {
    int parts = 10_000;
    double sum = 0;
    for (int i = 0; i < parts; i++) {
      sum += cents((long) ((i + 0.5) / parts * 0x1p63) << 1);
    }
    return sum / parts;
  }

  /**
   * Sizes whose logarithm is normal, cut off at a cap: donors of open-source grants gave a median
   * of $4 to $5 with a long tail.
   *
   * @param median in cents
   * @param sigma deviation of the natural logarithm, 0 to 4
   * @param cap in cents: mean and variance of the uncut tail can't be trusted
   */
  record LogNormal(double median, double sigma, double cap) implements Sizes {

    public LogNormal {
      Bounds.within("giving.median_cents", median, 1, 1e9);
      Bounds.within("giving.sigma", sigma, 0, 4);
      Bounds.within("giving.cap_cents", cap, median, 1e12);
    }

    @Override
    public double cents(long bits) {
      double drawn = median * StrictMath.exp(sigma * Keyed.gaussian(bits));
      return Math.clamp(drawn, 1, cap);
    }
  }

  /**
   * Sizes of the exponential distribution, for which the chance of ruin is known exactly.
   *
   * @param mean in cents
   */
  record Exponential(double mean) implements Sizes {

    public Exponential {
      Bounds.within("giving.mean_cents", mean, 1, 1e9);
    }

    @Override
    public double cents(long bits) {
      return Math.max(1, -mean * StrictMath.log(Keyed.uniform(bits)));
    }
  }
}
