package org.bulbil.core.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/**
 * A relay's own money as a decision sees it.
 *
 * @param coins proven, claimed by no payment, and worth more than their own input at this rate;
 *     largest first
 * @param arriving gifts not yet proven: hope, not money
 * @param rate what a payment would have to bid now
 * @param low what counts as a low rate by the last 90 days, the lowest quarter's highest; empty
 *     while too little was seen
 * @param usual their median; empty with {@code low}
 */
public record Purse(
    List<Sats> coins, Sats arriving, FeeRate rate, Optional<FeeRate> low, Optional<FeeRate> usual) {

  /** Virtual bytes of a P2WPKH input, rounded up from 67.75. */
  static final int INPUT = 68;

  /** Virtual bytes of a transaction without inputs, with one output to anybody (at most P2TR). */
  private static final int BODY = 11 + 43;

  /** Virtual bytes of the change. */
  private static final int CHANGE = 31;

  /** The least change that nodes relay: P2WPKH's dust limit. */
  private static final Sats CHANGE_DUST = Sats.of(294);

  /** More make a transaction that some nodes find too large; the outbox takes no more either. */
  public static final int INPUTS_MAX = 500;

  /**
   * From here on coins are worth merging while that is cheap: a fifth of what one payment takes.
   */
  private static final int CROWD = 100;

  public Purse {
    var worth = rate.feeFor(INPUT);
    coins =
        coins.stream()
            .filter(coin -> coin.compareTo(worth) > 0)
            .sorted(Comparator.reverseOrder())
            .toList();
  }

  /** A purse of which it is not known what a low rate is. */
  public Purse(List<Sats> coins, Sats arriving, FeeRate rate) {
    this(coins, arriving, rate, Optional.empty(), Optional.empty());
  }

  /** Everything that one payment could spend, before fees: of very many coins the largest. */
  public Sats spendable() {
    return Sats.sum(atOnce());
  }

  /** The coins that one payment takes at most, largest first. */
  List<Sats> atOnce() {
    return coins.subList(0, Math.min(INPUTS_MAX, coins.size()));
  }

  /** Coins that have to wait, since one payment takes no more than {@value #INPUTS_MAX}. */
  public int waiting() {
    return coins.size() - atOnce().size();
  }

  /** Whether there are so many coins that merging some pays, as cheap as it is now. */
  public boolean isCrowdedWhileCheap() {
    return coins.size() >= CROWD && low.filter(least -> rate.compareTo(least) <= 0).isPresent();
  }

  /** Whether the rate is above its median; no while that is not known. */
  public boolean isDear() {
    return usual.isPresent() && rate.compareTo(usual.get()) > 0;
  }

  /**
   * What would be left to give: the coins that each bring the payee more than they bring the
   * miners, since the smaller ones would make the whole look not worth its fee.
   */
  Sweep sweep() {
    var twice = rate.feeFor(2L * INPUT);
    var rich = atOnce().stream().filter(coin -> coin.compareTo(twice) > 0).toList();
    var fee = rate.feeFor(BODY + (long) INPUT * rich.size());
    return new Sweep(Sats.sum(rich).minusOrZero(fee), fee);
  }

  /**
   * Coins sent to one address.
   *
   * @param amount that arrives
   */
  record Sweep(Sats amount, Sats fee) {}

  /** The fee of sending every coin that one payment takes to one address. */
  public Sats sweepFee() {
    return sweepFee(atOnce().size());
  }

  /** The fee of sending so many coins to one address. */
  Sats sweepFee(int coins) {
    return rate.feeFor(vbytes(coins, 0));
  }

  /** The size of a payment from so many coins, with so many outputs of change. */
  static long vbytes(int coins, int changes) {
    return BODY + (long) INPUT * coins + (long) CHANGE * changes;
  }

  /** The sum of all coins but the {@code count} largest. */
  Sats sumFrom(int count) {
    return Sats.sum(coins.subList(count, coins.size()));
  }

  /** What comes back of {@code rest}; empty where that would be dust or not worth its fee. */
  Optional<Sats> changeOf(Sats rest) {
    var least = Sats.max(CHANGE_DUST, rate.feeFor(INPUT));
    return Optional.of(rest.minusOrZero(rate.feeFor(CHANGE)))
        .filter(change -> change.covers(least));
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

  /**
   * The fee of paying {@code amount} with as few of the largest coins as can: with change, or with
   * what is too little for change; of all coins at most.
   */
  public Sats feeFor(Sats amount) {
    var sum = Sats.ZERO;
    var fee = rate.feeFor(BODY);
    for (var coin : atOnce()) {
      sum = sum.plus(coin);
      fee = fee.plus(rate.feeFor(INPUT));
      if (sum.covers(amount.plus(fee))) {
        return feeWithRest(fee, sum.minus(amount.plus(fee)));
      }
    }
    return sweepFee();
  }

  private Sats feeWithRest(Sats fee, Sats rest) {
    return fee.plus(rest.minus(changeOf(rest).orElse(Sats.ZERO)));
  }
}
