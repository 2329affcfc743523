package org.bulbil.bitcoin.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.bulbil.bitcoin.ScriptType;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/**
 * What coins are to cover: amounts, and the fee for their outputs.
 *
 * @param total of all amounts
 * @param outputs the form of each, without change
 * @param change the form of an output that takes what is left over
 * @param changeSpending how that will be spent one day
 */
public record Bill(
    Sats total,
    List<ScriptType> outputs,
    ScriptType change,
    Spending changeSpending,
    FeeRate rate) {

  public Bill {
    outputs = List.copyOf(outputs);
  }

  /** What choosing came to. */
  public sealed interface Choice<T> {}

  /**
   * Coins that cover the bill.
   *
   * @param fee everything that no output takes
   * @param change zero where it would be dust, or cost more to spend than it is worth
   */
  public record Chosen<T>(List<T> coins, Sats fee, Sats change) implements Choice<T> {
    public Chosen {
      coins = List.copyOf(coins);
    }
  }

  /**
   * All coins together do not reach.
   *
   * @param missing at least 1 sat; what one more coin would have to bring, after its own cost
   */
  public record Missing<T>(Sats missing) implements Choice<T> {}

  /**
   * Chooses coins: some that need no change where there are such, else the largest. Coins that cost
   * more to spend than they bring are left.
   *
   * @param value satoshis of a coin
   * @param spending how a coin is spent
   */
  public <T> Choice<T> cover(
      Collection<T> coins, ToLongFunction<T> value, Function<T, Spending> spending) {
    ToLongFunction<T> worth =
        coin -> value.applyAsLong(coin) - spending.apply(coin).cost(rate).value();
    var useful =
        coins.stream()
            .filter(coin -> worth.applyAsLong(coin) > 0)
            .sorted(Comparator.comparingLong(worth).reversed())
            .toList();
    var exact = Selection.changeless(useful, worth, _ -> neededOfWorth(), tolerance());
    Function<List<T>, Optional<Chosen<T>>> settle = some -> settle(some, value, spending);
    return exact
        .flatMap(settle)
        .or(() -> largestFirst(useful, settle))
        .<Choice<T>>map(chosen -> chosen)
        .orElseGet(() -> new Missing<>(missing(useful, worth)));
  }

  /** The largest coins, as few as reach. */
  private static <T> Optional<Chosen<T>> largestFirst(
      List<T> coins, Function<List<T>, Optional<Chosen<T>>> settle) {
    int few = 1;
    int enough = coins.size();
    if (coins.isEmpty() || settle.apply(coins).isEmpty()) {
      return Optional.empty();
    }
    while (few < enough) {
      int middle = (few + enough) / 2;
      if (settle.apply(coins.subList(0, middle)).isPresent()) {
        enough = middle;
      } else {
        few = middle + 1;
      }
    }
    return settle.apply(coins.subList(0, enough));
  }

  /** Empty where they do not reach. */
  private <T> Optional<Chosen<T>> settle(
      List<T> coins, ToLongFunction<T> value, Function<T, Spending> spending) {
    long sum = coins.stream().mapToLong(value).sum();
    var kinds = coins.stream().map(spending).toList();
    long left = sum - total.value() - rate.feeFor(Size.vbytes(kinds, outputs)).value();
    if (left < 0) {
      return Optional.empty();
    }
    long change = sum - total.value() - rate.feeFor(Size.vbytes(kinds, withChange())).value();
    var back = change < leastChange() ? 0 : change;
    return Optional.of(new Chosen<>(coins, Sats.of(sum - total.value() - back), Sats.of(back)));
  }

  private List<ScriptType> withChange() {
    var all = new ArrayList<>(outputs);
    all.add(change);
    return all;
  }

  /** What coins must bring above their own cost; two bytes more for a count of many inputs. */
  private long neededOfWorth() {
    return total.value() + rate.feeFor(Size.vbytes(List.of(), outputs) + 2).value();
  }

  /** What change would cost: its output now, and its input later or the dust limit. */
  private long tolerance() {
    return leastChange() + rate.feeFor(change.outputVbytes()).value() - 1;
  }

  /** The least change that is worth an output: above dust, and above what spending it costs. */
  private long leastChange() {
    return Sats.max(change.dustLimit(), changeSpending.cost(rate)).value();
  }

  private <T> Sats missing(List<T> coins, ToLongFunction<T> worth) {
    long there = coins.stream().mapToLong(worth).sum();
    return Sats.of(Math.max(1, neededOfWorth() - there));
  }
}
