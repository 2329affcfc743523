package org.bulbil.core.policy;

import java.util.Comparator;
import java.util.List;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/**
 * A relay's own money as a decision sees it.
 *
 * @param coins proven, claimed by no payment, and worth more than their own input at this rate;
 *     largest first
 * @param arriving gifts not yet proven: hope, not money
 * @param rate what a payment would have to bid now
 */
public record Purse(List<Sats> coins, Sats arriving, FeeRate rate) {

  /** Virtual bytes of a P2WPKH input, rounded up from 67.75. */
  private static final int INPUT = 68;

  /** Virtual bytes of a transaction without inputs, with one output to anybody (at most P2TR). */
  private static final int BODY = 11 + 43;

  /** Virtual bytes of the change. */
  private static final int CHANGE = 31;

  public Purse {
    var worth = rate.feeFor(INPUT);
    coins =
        coins.stream()
            .filter(coin -> coin.compareTo(worth) > 0)
            .sorted(Comparator.reverseOrder())
            .toList();
  }

  /** Everything that could be spent, before fees. */
  public Sats spendable() {
    return Sats.sum(coins);
  }

  /** The fee of sending every coin to one address. */
  public Sats sweepFee() {
    return rate.feeFor(BODY + (long) INPUT * coins.size());
  }

  /** What a payee gets if every coin is spent on one payment. */
  public Sats payable() {
    return spendable().minusOrZero(sweepFee());
  }

  /** The same, if everything that is arriving were one more coin; nothing more if nothing is. */
  public Sats payableWithArriving() {
    return arriving.isZero()
        ? payable()
        : spendable().plus(arriving).minusOrZero(sweepFee().plus(rate.feeFor(INPUT)));
  }

  /** The fee of paying {@code amount} with the largest coins and change; of all coins at most. */
  public Sats feeFor(Sats amount) {
    var sum = Sats.ZERO;
    var fee = rate.feeFor(BODY + CHANGE);
    for (var coin : coins) {
      sum = sum.plus(coin);
      fee = fee.plus(rate.feeFor(INPUT));
      if (sum.covers(amount.plus(fee))) {
        return fee;
      }
    }
    return sweepFee();
  }
}
