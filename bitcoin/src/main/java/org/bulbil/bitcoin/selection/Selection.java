package org.bulbil.bitcoin.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.function.ToLongFunction;

/**
 * Looks for coins that pay an amount with so little left over that no change is needed (the branch
 * and bound search of Murch's thesis, bounded).
 *
 * @param <T> a coin
 */
public final class Selection<T> {

  /** As in Bitcoin Core: a few milliseconds. */
  private static final int TRIES_MAX = 100_000;

  /** A deeper search finds nothing better in practice, and recursion stays shallow. */
  private static final int COINS_MAX = 64;

  private final List<T> coins;
  private final ToLongFunction<T> value;
  private final long[] remaining;
  private final IntToLongFunction needed;
  private final long tolerance;
  private final List<T> chosen = new ArrayList<>();
  private Optional<List<T>> best = Optional.empty();
  private long bestExcess;
  private int tries;

  private Selection(
      List<T> coins, ToLongFunction<T> value, IntToLongFunction needed, long tolerance) {
    this.value = value;
    this.coins =
        coins.stream().sorted(Comparator.comparingLong(value).reversed()).limit(COINS_MAX).toList();
    this.remaining = suffixSums();
    this.needed = needed;
    this.tolerance = tolerance;
    this.bestExcess = tolerance + 1;
  }

  /**
   * The set with the least excess, if one has at most {@code tolerance}.
   *
   * @param value satoshis that a coin brings
   * @param needed satoshis that a payment from so many coins takes, with its fee
   */
  public static <T> Optional<List<T>> changeless(
      List<T> coins, ToLongFunction<T> value, IntToLongFunction needed, long tolerance) {
    var selection = new Selection<>(coins, value, needed, tolerance);
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
    search(index + 1, sum + value.applyAsLong(coins.get(index)));
    chosen.removeLast();
    search(index + 1, sum);
  }

  private long[] suffixSums() {
    var sums = new long[coins.size() + 1];
    for (int i = coins.size() - 1; i >= 0; i--) {
      sums[i] = sums[i + 1] + value.applyAsLong(coins.get(i));
    }
    return sums;
  }
}
