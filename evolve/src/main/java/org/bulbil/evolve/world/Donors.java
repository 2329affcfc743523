package org.bulbil.evolve.world;

import java.util.Arrays;
import org.bulbil.evolve.random.Keyed;

/**
 * Who gives, and to whom. Each donor has a rate of its own (Gamma with shape 0.5: a few give often,
 * most hardly ever), stays with one relay for a while, and some year leaves; whoever leaves is
 * replaced by another of the same rate without a favourite, so that the budget is the scenario's.
 *
 * <p>A day costs as much as it has gifts, for any number of relays. What a donor draws depends on
 * who it is, the day, and how many gifts came before on that day, and never on the relays: two
 * rules live through the same gifts.
 */
final class Donors {

  /** Means of Poisson numbers are kept below what {@link Keyed#poisson} takes. */
  private static final double MEAN_MAX = 400;

  /** A donor whose choice has ended looks again, this often before it keeps its money. */
  private static final int LOOKS = 16;

  /** How likely a donor is to leave in a year is Beta(.657, 2.783): fitted to 11,104 donors. */
  private static final double LEAVING = 0.657;

  private static final double STAYING = 2.783;
  private static final int YEARS_MAX = 50;
  private static final int YEAR = 365;
  private static final int NOBODY = -1;

  private final Giving giving;
  private final int founders;
  private final double giftsPerDay;
  private final Alias rates;
  private final int[] favourite;
  private final int[] leaves;
  private final long counts;
  private final long who;
  private final long seed;

  Donors(Giving giving, int founders, long rentCents, long seed) {
    this.giving = giving;
    this.founders = founders;
    this.seed = seed;
    this.giftsPerDay = giving.rentDaysPerDay() * rentCents / giving.sizes().meanCents();
    int count = Math.max(1, (int) (giftsPerDay * YEAR / giving.giftsPerDonorYear()));
    this.rates = new Alias(rates(count, seed), count);
    this.favourite = new int[count];
    Arrays.fill(favourite, NOBODY);
    this.leaves = new int[count];
    this.counts = Keyed.key(seed, Streams.GIFTS, 0);
    this.who = Keyed.key(seed, Streams.DONOR, 0);
  }

  /** Gamma with shape 0.5 is half the square of a normal number. */
  private static float[] rates(int count, long seed) {
    var rates = new float[count];
    for (int donor = 0; donor < count; donor++) {
      double z = Keyed.gaussian(Keyed.bits(seed, Streams.DONOR_RATE, donor, 0, 0));
      rates[donor] = (float) (z * z + 1e-9);
    }
    return rates;
  }

  int count() {
    return favourite.length;
  }

  /** How many gifts this day has, while {@code alive} relays are there. */
  int gifts(int day, int alive, double generosity) {
    double mean =
        giftsPerDay * generosity * StrictMath.pow((double) alive / founders, giving.growth());
    int parts = 1 + (int) (mean / MEAN_MAX);
    int sum = 0;
    for (int part = 0; part < parts; part++) {
      sum += Keyed.poisson(mean / parts, Keyed.bits(counts, day, part));
    }
    return sum;
  }

  /** The donor of the {@code k}th gift of a day. */
  int donor(int day, int k) {
    return rates.draw(Keyed.bits(who, day, k));
  }

  /** What it gives, in cents. */
  double cents(int donor, int day, int k) {
    return giving.sizes().cents(Keyed.bits(seed, Streams.SIZE, donor, day, k));
  }

  /** The slot of the relay that gets it; -1 where the donor finds none. */
  int relay(int donor, int day, int k, Population relays, Attention attention) {
    move(donor, day);
    boolean loyal =
        Keyed.uniform(Keyed.bits(seed, Streams.LOYALTY, donor, day, k)) < giving.loyalty();
    int slot = loyal && favourite[donor] != NOBODY ? relays.slotOf(favourite[donor]) : -1;
    return slot >= 0 ? slot : another(donor, day, k, relays, attention);
  }

  private int another(int donor, int day, int k, Population relays, Attention attention) {
    long key = Keyed.key(seed, Streams.CHOICE, donor);
    for (int look = 0; look < LOOKS; look++) {
      int slot = attention.draw(Keyed.bits(key, day, (long) k * LOOKS + look));
      if (slot >= 0 && relays.isAlive(slot)) {
        favourite[donor] = relays.id[slot];
        return slot;
      }
    }
    return -1;
  }

  /** Another takes the place of a donor that has left. */
  private void move(int donor, int day) {
    if (day >= leaves[donor]) {
      favourite[donor] = NOBODY;
      leaves[donor] = day + stay(Keyed.bits(seed, Streams.DONOR_LIFE, donor, day, 0));
    }
  }

  /** Days until a donor leaves: geometric in years, with a chance that differs between donors. */
  private static int stay(long bits) {
    double uniform = Keyed.uniform(bits);
    double still = 1;
    int years = 0;
    while (years < YEARS_MAX) {
      double next = still * (STAYING + years) / (LEAVING + STAYING + years);
      if (next < uniform) {
        return 1 + (int) (YEAR * (years + (still - uniform) / (still - next)));
      }
      still = next;
      years++;
    }
    return YEAR * YEARS_MAX;
  }
}
