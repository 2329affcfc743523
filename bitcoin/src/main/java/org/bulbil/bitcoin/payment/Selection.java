package org.bulbil.bitcoin.payment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.bulbil.bitcoin.ledger.Coin;

/**
 * Looks for coins that pay an amount with so little left over that no change is needed (the branch
 * and bound search of Murch's thesis, bounded).
 */
final class Selection {

  /** As in Bitcoin Core: a few milliseconds. */
  private static final int TRIES_MAX = 100_000;

  /** A deeper search finds nothing better in practice, and recursion stays shallow. */
  private static final int COINS_MAX = 64;

  private final List<Coin> coins;
  private final long[] remaining;
  private final IntToLongFunction needed;
  private final long tolerance;
  private final List<Coin> chosen = new ArrayList<>();
  private Optional<List<Coin>> best = Optional.empty();
  private long bestExcess;
  private int tries;

  private Selection(List<Coin> coins, IntToLongFunction needed, long tolerance) {
    this.coins =
        coins.stream()
            .sorted(Comparator.comparing(Coin::value).reversed())
            .limit(COINS_MAX)
            .toList();
    this.remaining = suffixSums(this.coins);
    this.needed = needed;
    this.tolerance = tolerance;
    this.bestExcess = tolerance + 1;
  }

  /**
   * The set with the least excess, if one has at most {@code tolerance}.
   *
   * @param needed satoshis that a payment from so many coins takes, with its fee
   */
  static Optional<List<Coin>> changeless(
      List<Coin> coins, IntToLongFunction needed, long tolerance) {
    var selection = new Selection(coins, needed, tolerance);
    selection.search(0, 0);
    return selection.best;
  }

  private void search(int index, long sum) {
    long excess = sum - needed.applyAsLong(chosen.size());
    if (excess > tolerance || ++tries > TRIES_MAX) {
      return;
    }
    if (excess >= 0 && excess < bestExcess) {
      best = Optional.of(List.copyOf(chosen));
      bestExcess = excess;
    }
    if (index == coins.size() || excess + remaining[index] < 0) {
      return;
    }
    chosen.add(coins.get(index));
    search(index + 1, sum + coins.get(index).value().value());
    chosen.removeLast();
    search(index + 1, sum);
  }

  private static long[] suffixSums(List<Coin> coins) {
    var sums = new long[coins.size() + 1];
    for (int i = coins.size() - 1; i >= 0; i--) {
      sums[i] = sums[i + 1] + coins.get(i).value().value();
    }
    return sums;
  }
}
