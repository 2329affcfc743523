package org.bulbil.core.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/**
 * A relay's own money as a decision sees it: the coins that are worth more than their own input at
 * today's fee rate, and what was seen of fees. Immutable.
 */
public final class Purse {

  /** More make a transaction that some nodes find too large; the outbox takes no more either. */
  public static final int INPUTS_MAX = 500;

  /** Virtual bytes of a P2WPKH input, rounded up from 67.75. */
  static final int INPUT = 68;

  /** Virtual bytes of a transaction without inputs, with one output to anybody (at most P2TR). */
  private static final int BODY = 11 + 43;

  /** Virtual bytes of the change. */
  private static final int CHANGE = 31;

  /** The least change that nodes relay: P2WPKH's dust limit. */
  private static final long CHANGE_DUST = 294;

  private final long[] sums;
  private final int atOnce;
  private final Sats arriving;
  private final FeeRate rate;
  private final Optional<FeeRate> low;
  private final Optional<FeeRate> usual;

  private Purse(
      long[] sums, Sats arriving, FeeRate rate, Optional<FeeRate> low, Optional<FeeRate> usual) {
    this.sums = sums;
    this.atOnce = Math.min(INPUTS_MAX, sums.length - 1);
    this.arriving = arriving;
    this.rate = rate;
    this.low = low;
    this.usual = usual;
  }

  /**
   * A purse of the coins that are proven and claimed by no payment.
   *
   * @param coins in any order; what is not worth its own input at {@code rate} is left out
   * @param arriving gifts not yet proven: hope, not money
   * @param rate what a payment would have to bid now
   * @param low what counts as a low rate by the last 90 days, the lowest quarter's highest; empty
   *     while too little was seen
   * @param usual their median; empty with {@code low}
   */
  public Purse(
      List<Sats> coins,
      Sats arriving,
      FeeRate rate,
      Optional<FeeRate> low,
      Optional<FeeRate> usual) {
    this(sums(ascending(coins), rate), arriving, rate, low, usual);
  }

  /** A purse of which it is not known what a low rate is. */
  public Purse(List<Sats> coins, Sats arriving, FeeRate rate) {
    this(coins, arriving, rate, Optional.empty(), Optional.empty());
  }

  /**
   * The same for who keeps coins by the million.
   *
   * @param ascending satoshis, the largest last; it is not kept
   */
  public static Purse of(
      long[] ascending,
      Sats arriving,
      FeeRate rate,
      Optional<FeeRate> low,
      Optional<FeeRate> usual) {
    return new Purse(sums(ascending, rate), arriving, rate, low, usual);
  }

  private static long[] ascending(List<Sats> coins) {
    return coins.stream().mapToLong(Sats::value).sorted().toArray();
  }

  /** Of the largest coin, of the two largest, …; before them 0. */
  private static long[] sums(long[] ascending, FeeRate rate) {
    long worth = rate.feeFor(INPUT).value();
    int count = 0;
    while (count < ascending.length && ascending[ascending.length - 1 - count] > worth) {
      count++;
    }
    var sums = new long[count + 1];
    for (int i = 0; i < count; i++) {
      sums[i + 1] = Math.addExact(sums[i], ascending[ascending.length - 1 - i]);
    }
    return sums;
  }

  /** How many coins there are. */
  public int count() {
    return sums.length - 1;
  }

  public Sats arriving() {
    return arriving;
  }

  public FeeRate rate() {
    return rate;
  }

  public Optional<FeeRate> low() {
    return low;
  }

  public Optional<FeeRate> usual() {
    return usual;
  }

  /** The coins, largest first. */
  public List<Sats> coins() {
    return IntStream.rangeClosed(1, count()).mapToObj(i -> Sats.of(sums[i] - sums[i - 1])).toList();
  }

  /** Coins that one payment takes at most. */
  int atOnce() {
    return atOnce;
  }

  /** Satoshis of the {@code count} largest coins. */
  long sum(int count) {
    return sums[count];
  }

  /** Everything that one payment could spend, before fees: of very many coins the largest. */
  public Sats spendable() {
    return Sats.of(sums[atOnce]);
  }

  /** All coins together. */
  long total() {
    return sums[count()];
  }

  /** Coins that have to wait, since one payment takes no more than {@value #INPUTS_MAX}. */
  public int waiting() {
    return count() - atOnce;
  }

  /** Whether the rate is one of the lowest; no while that is not known. */
  public boolean isCheap() {
    return low.isPresent() && rate.compareTo(low.get()) <= 0;
  }

  /** Whether the rate is above its median; no while that is not known. */
  public boolean isDear() {
    return usual.isPresent() && rate.compareTo(usual.get()) > 0;
  }

  /** The size of a payment from so many coins, in virtual bytes. */
  static long vbytes(int coins) {
    return BODY + (long) INPUT * coins;
  }

  /** What an output for change adds to it, in virtual bytes. */
  static long changeVbytes() {
    return CHANGE;
  }

  /**
   * What would be left to give: the coins that each bring the payee more than they bring the
   * miners, since the smaller ones would make the whole look not worth its fee.
   */
  Sweep sweep() {
    long twice = rate.feeFor(2L * INPUT).value();
    int rich = 0;
    while (rich < atOnce && sums[rich + 1] - sums[rich] > twice) {
      rich++;
    }
    var fee = rate.feeFor(vbytes(rich));
    return new Sweep(Sats.of(sums[rich]).minusOrZero(fee), fee);
  }

  /**
   * Coins sent to one address.
   *
   * @param amount that arrives
   */
  record Sweep(Sats amount, Sats fee) {}

  /** The fee of sending every coin that one payment takes to one address. */
  public Sats sweepFee() {
    return rate.feeFor(vbytes(atOnce));
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
    for (int coins = 1; coins <= atOnce; coins++) {
      long rest = payable(coins) - amount.value();
      if (rest >= 0) {
        return Sats.of(rate.feeFor(vbytes(coins)).value() + rest - changeOf(rest));
      }
    }
    return sweepFee();
  }

  /** Satoshis that a payee gets from the {@code count} largest coins; negative where nothing. */
  long payable(int count) {
    return sums[count] - rate.feeFor(vbytes(count)).value();
  }

  /** What comes back of {@code rest}; 0 where that would be dust or not worth its fee. */
  long changeOf(long rest) {
    long change = rest - rate.feeFor(CHANGE).value();
    return change >= Math.max(CHANGE_DUST, rate.feeFor(INPUT).value()) ? change : 0;
  }
}
