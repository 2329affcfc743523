package org.bulbil.evolve.gift;

import java.util.Arrays;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.evolve.market.Market;
import org.bulbil.evolve.random.Keyed;

/**
 * The gifts of a life: how many satoshis come on each day, and in how many coins. They depend on
 * the date and the seed alone, so that every policy gets the same, and a shorter stretch of a
 * market gets those of the same days in a longer one.
 */
public final class Gifts {

  private static final double SATS_PER_BITCOIN = 1e8;

  /** Nodes relay no smaller output of a P2WPKH address: its dust limit in satoshis. */
  private static final long DUST = 294;

  private static final long COUNT_STREAM = 1;
  private static final long SIZE_STREAM = 2;

  private final int[] begin;
  private final long[] sats;

  private Gifts(int[] begin, long[] sats) {
    this.begin = begin;
    this.sats = sats;
  }

  /** Those of {@code seed} to a relay that pays {@code rent} a day. */
  public static Gifts of(Scenario scenario, Cents rent, Market market, long seed) {
    long counts = Keyed.key(seed, COUNT_STREAM, 0);
    long sizes = Keyed.key(seed, SIZE_STREAM, 0);
    double mean = scenario.giftsPerDay(rent);
    var begin = new int[market.days() + 1];
    var sats = new long[16];
    for (int day = 0; day < market.days(); day++) {
      long date = market.first().toEpochDay() + day;
      int count = Keyed.poisson(mean, Keyed.bits(counts, date, 0));
      begin[day + 1] = begin[day] + count;
      sats = begin[day + 1] > sats.length ? Arrays.copyOf(sats, 2 * begin[day + 1]) : sats;
      for (int k = 0; k < count; k++) {
        sats[begin[day] + k] = size(scenario, market.price(day), Keyed.bits(sizes, date, k));
      }
    }
    return new Gifts(begin, Arrays.copyOf(sats, begin[market.days()]));
  }

  /** What a donor sends who thinks in dollars. */
  private static long size(Scenario scenario, Rate price, long bits) {
    double cents = Keyed.logNormal((double) scenario.mean().value(), scenario.sigma(), bits);
    return Math.max(DUST, Math.round(cents * SATS_PER_BITCOIN / price.centsPerBitcoin()));
  }

  /** How many days they cover. */
  public int days() {
    return begin.length - 1;
  }

  /** How many come on {@code day}. */
  public int count(int day) {
    return begin[day + 1] - begin[day];
  }

  /** Satoshis of one of them, 0 to count - 1. */
  public long sats(int day, int which) {
    if (which < 0 || which >= count(day)) {
      throw new IndexOutOfBoundsException(which);
    }
    return sats[begin[day] + which];
  }
}
