package org.bulbil.evolve.replay;

import java.util.Optional;
import org.bulbil.core.money.FeeRate;

/** Which coins a payment spends. */
@FunctionalInterface
public interface CoinChoice {

  /**
   * A choice for paying {@code amount} satoshis to one output at {@code rate}; empty where the
   * coins that it would use do not suffice.
   */
  Optional<Chosen> choose(Coins coins, long amount, FeeRate rate);

  /**
   * The coins from one index to another, the latter not included: their sum is amount, fee and
   * change.
   *
   * @param from index of the smallest coin that is spent
   * @param to one more than the index of the largest
   * @param fee for the miners, in satoshis
   * @param change that comes back, in satoshis; zero if none
   */
  record Chosen(int from, int to, long fee, long change) {}

  /** As few of the largest coins as suffice: what a relay's wallet does. */
  CoinChoice LARGEST_FIRST =
      (coins, amount, rate) -> largestFirst(coins, Size.inputFee(rate) + 1, amount, rate);

  /**
   * The same choice, unless its fee is a larger share of the amount.
   *
   * @param percent of {@code amount}
   */
  default CoinChoice withFeeAtMost(int percent) {
    return (coins, amount, rate) ->
        choose(coins, amount, rate).filter(chosen -> chosen.fee() * 100 <= amount * percent);
  }

  /**
   * Every coin that is worth more than this share of what its own input costs, and change.
   *
   * @param percent at least 100
   */
  static CoinChoice sweeping(int percent) {
    return (coins, amount, rate) -> {
      int from = mostAtOnce(coins, coins.from(percent * Size.inputFee(rate) / 100 + 1));
      return paid(coins, from, sum(coins, from), amount, rate);
    };
  }

  private static int mostAtOnce(Coins coins, int from) {
    return Math.max(from, coins.count() - Size.INPUTS_MAX);
  }

  private static long sum(Coins coins, int from) {
    long sum = 0;
    for (int i = from; i < coins.count(); i++) {
      sum += coins.at(i);
    }
    return sum;
  }

  private static Optional<Chosen> largestFirst(Coins coins, long least, long amount, FeeRate rate) {
    int end = mostAtOnce(coins, coins.from(least));
    long sum = 0;
    for (int i = coins.count() - 1; i >= end; i--) {
      sum += coins.at(i);
      if (sum >= amount + Size.fee(rate, coins.count() - i, 1)) {
        return paid(coins, i, sum, amount, rate);
      }
    }
    return Optional.empty();
  }

  /** What is left over is change, unless it would be too little to be worth it. */
  private static Optional<Chosen> paid(Coins coins, int from, long sum, long amount, FeeRate rate) {
    int inputs = coins.count() - from;
    long rest = sum - amount - Size.fee(rate, inputs, 1);
    if (inputs == 0 || rest < 0) {
      return Optional.empty();
    }
    long change = rest - Size.changeFee(rate);
    return Optional.of(
        change >= Size.leastChange(rate)
            ? new Chosen(from, coins.count(), sum - amount - change, change)
            : new Chosen(from, coins.count(), sum - amount, 0));
  }
}
