package org.bulbil.evolve.world;

import java.util.Arrays;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.policy.Purse;

/** Every coin of every relay, largest first. */
final class CoinWallets implements Wallets {

  private static final long[] NONE = {};

  /** Most relays have fewer coins than this; more room is made by doubling. */
  private static final int FIRST_ROOM = 4;

  private long[][] slabs = {};
  private int[] counts = {};
  private long[] sums = {};

  @Override
  public void reach(int slots) {
    int before = slabs.length;
    if (slots > before) {
      slabs = Arrays.copyOf(slabs, slots);
      Arrays.fill(slabs, before, slots, NONE);
      counts = Arrays.copyOf(counts, slots);
      sums = Arrays.copyOf(sums, slots);
    }
  }

  @Override
  public void receive(int slot, long sats) {
    if (counts[slot] == slabs[slot].length) {
      slabs[slot] = Arrays.copyOf(slabs[slot], Math.max(FIRST_ROOM, 2 * counts[slot]));
    }
    var coins = slabs[slot];
    int at = counts[slot]++;
    while (at > 0 && coins[at - 1] < sats) {
      coins[at] = coins[--at];
    }
    coins[at] = sats;
    sums[slot] += sats;
  }

  @Override
  public long sum(int slot) {
    return sums[slot];
  }

  @Override
  public Purse purse(int slot, Conditions today) {
    int count = counts[slot];
    var ascending = new long[count];
    for (int i = 0; i < count; i++) {
      ascending[i] = slabs[slot][count - 1 - i];
    }
    return today.purse(ascending);
  }

  @Override
  public long pay(int slot, long amount, FeeRate rate) {
    int most = Math.min(counts[slot], Purse.INPUTS_MAX);
    long sum = 0;
    for (int inputs = 1; inputs <= most; inputs++) {
      sum += slabs[slot][inputs - 1];
      long fee = Sizing.payment(rate, inputs);
      if (sum >= amount + fee) {
        return spend(slot, inputs, sum, amount, fee, rate);
      }
    }
    throw new IllegalStateException(
        "%d coins of together %d sat do not pay %d sat"
            .formatted(counts[slot], sums[slot], amount));
  }

  private long spend(int slot, int inputs, long sum, long amount, long fee, FeeRate rate) {
    long rest = sum - amount - fee;
    boolean change = rest >= Sizing.leastChange(rate);
    long paid = fee + (change ? Sizing.fee(rate, Sizing.CHANGE) : rest);
    drop(slot, inputs);
    if (change) {
      receive(slot, sum - amount - paid);
    }
    return paid;
  }

  /** The largest are gone. */
  private void drop(int slot, int largest) {
    var coins = slabs[slot];
    for (int i = 0; i < largest; i++) {
      sums[slot] -= coins[i];
    }
    counts[slot] -= largest;
    System.arraycopy(coins, largest, coins, 0, counts[slot]);
  }

  @Override
  public long consolidate(int slot, FeeRate rate) {
    int inputs = Math.min(worthMoreThan(slot, rate, 1), Purse.INPUTS_MAX);
    long fee = Sizing.payment(rate, inputs);
    long merged = sum(slot, inputs) - fee;
    drop(slot, inputs);
    receive(slot, merged);
    return fee;
  }

  @Override
  public Swept sweep(int slot, FeeRate rate) {
    int inputs = Math.min(worthMoreThan(slot, rate, 2), Purse.INPUTS_MAX);
    if (inputs == 0) {
      return new Swept(0, 0);
    }
    long fee = Sizing.payment(rate, inputs);
    long given = sum(slot, inputs) - fee;
    drop(slot, inputs);
    return new Swept(given, fee);
  }

  /** How many coins are worth more than so many inputs cost. */
  private int worthMoreThan(int slot, FeeRate rate, int times) {
    long least = Sizing.fee(rate, (long) times * Sizing.INPUT);
    int count = counts[slot];
    while (count > 0 && slabs[slot][count - 1] <= least) {
      count--;
    }
    return count;
  }

  private long sum(int slot, int largest) {
    long sum = 0;
    for (int i = 0; i < largest; i++) {
      sum += slabs[slot][i];
    }
    return sum;
  }

  @Override
  public long clear(int slot) {
    long sum = sums[slot];
    slabs[slot] = NONE;
    counts[slot] = 0;
    sums[slot] = 0;
    return sum;
  }

  @Override
  public void move(int from, int to) {
    slabs[to] = slabs[from];
    counts[to] = counts[from];
    sums[to] = sums[from];
    clear(from);
  }
}
