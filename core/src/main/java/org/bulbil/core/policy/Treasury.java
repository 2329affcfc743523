package org.bulbil.core.policy;

import java.util.Locale;
import java.util.Optional;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.policy.Decision.AskPrice;
import org.bulbil.core.policy.Decision.BuyCredit;

/**
 * When coins become credit, how many of them, and how much of it.
 *
 * <p>One rule decides all three: of the payments that could be made now — the largest coin, the two
 * largest, … each buying as many whole dollars as it can, with change or without — that one is made
 * which wins most, if any wins anything:
 *
 * <pre>  worth of the days it adds − (its fee − what the same bytes would cost if we waited)
 *                            − what is lost with its change or instead of change</pre>
 *
 * <p>The worth of a further day falls with the days that are prepaid ({@link Stock}); the fee
 * expected of waiting falls with them too, since who can wait longer sees a lower fee ({@link
 * Waiting}). So a relay with months in stock takes only the cheapest hours and its largest coins;
 * one with days left takes what it gets; and small coins wait until fees are low enough for them.
 * Derivation and figures: docs/economics.md.
 */
final class Treasury {

  /**
   * Below this many prepaid days its life depends on it: what would be lost otherwise is the purse.
   */
  static final double URGENT_DAYS = 4;

  /** The largest share of a payment that is ever its fee. */
  static final int FEE_PERCENT_MAX = 50;

  /** No bid is so low that it may not be raised to this. */
  private static final int FEE_PERCENT_MIN = 3;

  /** A payment that blocks pass by may bid twice what was thought. */
  private static final int RAISE = 2;

  /** By a thousandth the invoice may be smaller than was thought, and that may go to the miners. */
  private static final int PRICE_MOVES = 1_000;

  /** What a day is worth in a purse that would be lost without it: half, as the fee may cost. */
  private static final double LIFE = 0.5;

  /** As long a relay may wait for a gift before it has seen one. */
  private static final double DAYS_OF_THE_FIRST_GIFT = 60;

  private final Genome genome;
  private final Gate gate;

  Treasury(Genome genome, Gate gate) {
    this.genome = genome;
    this.gate = gate;
  }

  /** A purchase, or the question for the price that it needs; empty where waiting is better. */
  Optional<Decision> buy(Situation s) {
    if (s.credit().isEmpty() || s.purse().isEmpty() || s.buying() != Buying.NONE || isTooLate(s)) {
      return Optional.empty();
    }
    if (!s.purse().orElseThrow().spendable().isPositive()
        || room(s) < s.terms().smallestInvoice().wholeDollarsUp()) {
      return Optional.empty();
    }
    return s.price().isEmpty()
        ? Optional.of(new AskPrice("money has come, and the price of rent in bitcoin is unknown"))
        : best(s).map(offer -> decision(s, offer));
  }

  /** Whether there is enough money for a purchase, and room in the stock: for words alone. */
  boolean waits(Situation s) {
    return room(s) >= s.terms().smallestInvoice().wholeDollarsUp()
        && s.purchasingPower().covers(s.terms().smallestInvoice());
  }

  private static boolean isTooLate(Situation s) {
    return !s.now().plus(s.terms().creditWait()).isBefore(s.leaseEnd());
  }

  /**
   * Whole dollars of credit that the stock has room for. While a child may be born the surplus
   * stays in coins, since credit cannot be handed on.
   */
  private long room(Situation s) {
    double days = isUrgent(s) ? Stock.DAYS_MAX : stock(s);
    return (long) ((days - s.prepaidDays()) * s.plan().rent().value() / 100);
  }

  private double stock(Situation s) {
    return gate.mayBear(s) ? Math.min(genome.creditDays(), gate.reserve(s)) : genome.creditDays();
  }

  private static boolean isUrgent(Situation s) {
    return s.prepaidDays() < URGENT_DAYS;
  }

  private BuyCredit decision(Situation s, Offer offer) {
    return new BuyCredit(
        offer.amount(),
        offer.feePercent(),
        String.format(
            Locale.ROOT,
            "%.1f days are prepaid; %s buys %s for a fee of %s, and %s",
            s.prepaidDays(),
            offer.price(),
            offer.amount(),
            offer.fee(),
            isUrgent(s) ? "life depends on it" : "waiting would hardly be cheaper"));
  }

  /**
   * A payment that could be made.
   *
   * @param gain in satoshis, against not buying now
   */
  private record Offer(Cents amount, Sats price, Sats fee, double gain) {

    int feePercent() {
      long raised = Math.ceilDiv(100 * RAISE * fee.value(), Math.max(1, price.value()));
      return Math.clamp(raised, FEE_PERCENT_MIN, FEE_PERCENT_MAX);
    }
  }

  private Optional<Offer> best(Situation s) {
    return new Search(s).best();
  }

  /** The search for the best payment of one situation. */
  private final class Search {
    private final Purse purse;
    private final Rate rate;
    private final Stock stock;
    private final double prepaid;
    private final double giftsPerDay;
    private final double satsPerDay;
    private final double waiting;
    private final double later;
    private final double life;
    private final long least;
    private final long most;
    private final Sats smallest;
    private Optional<Offer> best = Optional.empty();

    Search(Situation s) {
      purse = s.purse().orElseThrow();
      rate = s.price().orElseThrow().rate();
      stock = new Stock(stock(s), genome.coinFeePercent());
      prepaid = s.prepaidDays();
      giftsPerDay = (1 + s.outlook().gifts()) / (DAYS_OF_THE_FIRST_GIFT + s.outlook().days());
      satsPerDay = (double) rate.satsFor(s.plan().rent()).value();
      waiting = Waiting.satPerVbyte(purse, prepaid);
      later = Waiting.satPerVbyteOfChange(purse);
      least = s.terms().smallestInvoice().wholeDollarsUp();
      most = room(s);
      smallest = rate.satsFor(Cents.dollars(least));
      life = isUrgent(s) ? LIFE * (double) purse.payable().value() : 0;
    }

    Optional<Offer> best() {
      var sum = Sats.ZERO;
      int count = 0;
      for (var coin : purse.atOnce()) {
        sum = sum.plus(coin);
        count++;
        var payable = sum.minusOrZero(purse.sweepFee(count));
        if (payable.covers(smallest) && consider(count, payable) == most) {
          break;
        }
      }
      return best;
    }

    /** What the {@code count} largest coins could buy; returns the dollars of it. */
    private long consider(int count, Sats payable) {
      long dollars = Math.min(most, rate.centsFor(payable).wholeDollarsDown());
      var amount = Cents.dollars(dollars);
      var price = rate.satsFor(amount);
      var rest = payable.minusOrZero(price);
      offer(amount, price, purse.sweepFee(count).plus(rest), (double) rest.value(), count, 0);
      purse
          .changeOf(rest)
          .ifPresent(
              change ->
                  offer(
                      amount,
                      price,
                      purse.sweepFee(count).plus(rest).minus(change),
                      lostWith(count, change, amount),
                      count,
                      1));
      return dollars;
    }

    /** The next spending of the change, and all of it where no further gift will come in time. */
    private double lostWith(int count, Sats change, Cents amount) {
      double days = prepaid + rate.satsFor(amount).value() / satsPerDay;
      var left = purse.sumFrom(count).plus(change);
      double stranded =
          left.covers(smallest) ? 0 : StrictMath.exp(-giftsPerDay * days) * (double) change.value();
      return stranded + later * Purse.INPUT;
    }

    private void offer(Cents amount, Sats price, Sats fee, double lost, int inputs, int change) {
      double added = stock.worth(prepaid, price.value() / satsPerDay) * satsPerDay + life;
      long vbytes = Purse.vbytes(inputs, change);
      double dearer = (double) vbytes * (purse.rate().satPerKvb() / 1000.0 - waiting);
      double gain = added - dearer - lost;
      var surprise = Sats.of(1 + price.value() / PRICE_MOVES);
      if (gain > best.map(Offer::gain).orElse(0.0)
          && price.percent(FEE_PERCENT_MAX).covers(fee.plus(surprise))) {
        best = Optional.of(new Offer(amount, price, fee, gain));
      }
    }
  }
}
