package org.bulbil.evolve.world;

import java.util.Arrays;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.policy.Purse;

/**
 * Only the sum and the number of each relay's coins: it is taken to have coins of one size. Twelve
 * bytes a relay. It errs where sizes differ much: a large coin then pays alone what here takes
 * several.
 */
final class LightWallets implements Wallets {

  private long[] sums = {};
  private int[] coins = {};

  @Override
  public void reach(int slots) {
    if (slots > sums.length) {
      sums = Arrays.copyOf(sums, slots);
      coins = Arrays.copyOf(coins, slots);
    }
  }

  @Override
  public void receive(int slot, long sats) {
    sums[slot] += sats;
    coins[slot]++;
  }

  @Override
  public long sum(int slot) {
    return sums[slot];
  }

  @Override
  public Purse purse(int slot, Conditions today) {
    var even = new long[coins[slot]];
    Arrays.fill(even, each(slot));
    return today.purse(even);
  }

  /** The size of one coin; up to a satoshi a coin is forgotten in rounding, and never spent. */
  private long each(int slot) {
    return coins[slot] == 0 ? 0 : sums[slot] / coins[slot];
  }

  @Override
  public long pay(int slot, long amount, FeeRate rate) {
    long each = each(slot);
    int most = Math.min(coins[slot], Purse.INPUTS_MAX);
    for (int inputs = 1; inputs <= most; inputs++) {
      long fee = Sizing.payment(rate, inputs);
      long rest = inputs * each - amount - fee;
      if (rest >= 0) {
        boolean change = rest >= Sizing.leastChange(rate);
        long paid = fee + (change ? Sizing.fee(rate, Sizing.CHANGE) : rest);
        take(slot, amount + paid, change ? inputs - 1 : inputs);
        return paid;
      }
    }
    throw new IllegalStateException(
        "%d coins of %d sat do not pay %d sat".formatted(coins[slot], each, amount));
  }

  private void take(int slot, long sats, int fewer) {
    sums[slot] -= sats;
    coins[slot] -= fewer;
    if (coins[slot] == 0 && sums[slot] > 0) {
      coins[slot] = 1; // what rounding left
    }
  }

  @Override
  public long consolidate(int slot, FeeRate rate) {
    int inputs = Math.min(coins[slot], Purse.INPUTS_MAX);
    long fee = Sizing.payment(rate, inputs);
    take(slot, fee, inputs - 1);
    return fee;
  }

  @Override
  public Swept sweep(int slot, FeeRate rate) {
    int inputs = Math.min(coins[slot], Purse.INPUTS_MAX);
    long each = each(slot);
    if (each <= Sizing.fee(rate, 2L * Sizing.INPUT)) {
      return new Swept(0, 0);
    }
    long fee = Sizing.payment(rate, inputs);
    long given = Math.max(0, inputs * each - fee);
    take(slot, given + fee, inputs);
    return new Swept(given, fee);
  }

  @Override
  public long clear(int slot) {
    long sum = sums[slot];
    sums[slot] = 0;
    coins[slot] = 0;
    return sum;
  }

  @Override
  public void move(int from, int to) {
    sums[to] = sums[from];
    coins[to] = coins[from];
    clear(from);
  }
}
