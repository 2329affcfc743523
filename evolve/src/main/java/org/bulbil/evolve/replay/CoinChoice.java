package org.bulbil.evolve.replay;

import java.util.List;
import java.util.Optional;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/** Which coins a payment spends. */
@FunctionalInterface
public interface CoinChoice {

  /**
   * A choice for paying {@code amount} satoshis to one output at {@code rate}; empty where the
   * coins that it would use do not suffice.
   */
  Optional<Chosen> choose(Coins coins, long amount, FeeRate rate);

  /**
   * What is spent: the sum of the coins is amount, fee and change.
   *
   * @param coins each of them one that is there
   * @param fee for the miners, in satoshis
   * @param change that comes back, in satoshis; zero if none
   */
  record Chosen(List<Sats> coins, long fee, long change) {}

  /** As few of the largest coins as suffice: what a relay's wallet does. */
  CoinChoice LARGEST_FIRST = CoinChoice::largestFirst;

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
      int worth = mostAtOnce(coins, percent * Size.inputFee(rate) / 100 + 1);
      return paid(coins.largestFirst().subList(0, worth), amount, rate);
    };
  }

  /** How many of the largest coins are at least this large and fit into one payment. */
  private static int mostAtOnce(Coins coins, long least) {
    return Math.min(coins.count() - coins.from(least), Size.INPUTS_MAX);
  }

  private static Optional<Chosen> largestFirst(Coins coins, long amount, FeeRate rate) {
    int most = mostAtOnce(coins, Size.inputFee(rate) + 1);
    long sum = 0;
    for (int inputs = 1; inputs <= most; inputs++) {
      sum += coins.at(coins.count() - inputs);
      if (sum >= amount + Size.fee(rate, inputs, 1)) {
        return paid(coins.largestFirst().subList(0, inputs), amount, rate);
      }
    }
    return Optional.empty();
  }

  /** What is left over is change, unless it would be too little to be worth it. */
  private static Optional<Chosen> paid(List<Sats> coins, long amount, FeeRate rate) {
    long sum = Sats.sum(coins).value();
    long rest = sum - amount - Size.fee(rate, coins.size(), 1);
    if (coins.isEmpty() || rest < 0) {
      return Optional.empty();
    }
    long change = rest - Size.changeFee(rate);
    return Optional.of(
        change >= Size.leastChange(rate)
            ? new Chosen(coins, sum - amount - change, change)
            : new Chosen(coins, sum - amount, 0));
  }
}
