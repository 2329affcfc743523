package org.bulbil.core.policy;

import java.util.Optional;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.policy.Decision.AskPrice;
import org.bulbil.core.policy.Decision.BuyCredit;
import org.bulbil.core.policy.Decision.Consolidate;

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
   * The miners never get more than twice what the landlord gets. A will out of the same coins costs
   * the same bytes, so a dear renewal saves a life for no more than a dear will.
   */
  private static final int FEE_PERCENT_MAX = 200;

  /** No bid is so low that it may not be raised to this. */
  private static final int FEE_PERCENT_MIN = 3;

  /** A payment that blocks pass by may bid twice what was thought. */
  private static final int RAISE = 2;

  /** By a thousandth the invoice may be smaller than was thought, and that may go to the miners. */
  private static final int PRICE_MOVES = 1_000;

  /** Also who saves for a child is to choose the days on which it pays. */
  private static final double PATIENCE_DAYS = 60;

  /** As long a relay may wait for a gift before it has seen one. */
  private static final double DAYS_OF_THE_FIRST_GIFT = 60;

  /** A payment out of so many coins is worth thinking about: a fifth of what one takes. */
  private static final int CROWD = 100;

  private final int stockDays;
  private final int haste;
  private final int leadDays;
  private final Gate gate;

  Treasury(Genome genome, Gate gate) {
    this.stockDays = genome.creditDays();
    this.haste = genome.coinFeePercent();
    this.leadDays = genome.leadDays();
    this.gate = gate;
  }

  /** A purchase, or the question for the price that it needs; empty where waiting is better. */
  Optional<Decision> buy(Situation s) {
    if (s.credit().isEmpty() || s.purse().isEmpty() || s.buying() != Buying.NONE || isTooLate(s)) {
      return Optional.empty();
    }
    double stock = stock(s);
    long room = room(s, stock);
    if (!s.purse().orElseThrow().spendable().isPositive() || !isRoomForAnInvoice(s, room)) {
      return Optional.empty();
    }
    return s.price().isEmpty()
        ? Optional.of(new AskPrice("money has come, and the price of rent in bitcoin is unknown"))
        : new Search(s, stock, room).best().map(offer -> decision(s, offer));
  }

  /** Whether there is enough money for a purchase, and room in the stock: for words alone. */
  boolean waits(Situation s) {
    return isRoomForAnInvoice(s, room(s, stock(s)))
        && s.purchasingPower().covers(s.terms().smallestInvoice());
  }

  /**
   * Many coins become one while that is cheap, where they are meant for a child: what pays the own
   * rent is spent but once, and merging it first would cost a second input.
   */
  Optional<Decision> consolidate(Situation s) {
    return s.purse().isPresent()
            && s.buying() == Buying.NONE
            && s.prepaidDays() >= leadDays
            && isCrowded(s.purse().get())
            && gate.mayBear(s)
        ? Optional.of(
            new Consolidate(
                Words.of(
                    "%d coins, and %s is low: a payment out of fewer will be cheaper",
                    s.purse().get().count(), s.purse().get().rate())))
        : Optional.empty();
  }

  /**
   * Whether merging k coins at today's rate f costs less than spending them one by one later, at
   * the usual rate E: {@code k > (41.5·f + v·E) / (v·(E − f))}, v the virtual bytes of an input.
   */
  private static boolean isCrowded(Purse purse) {
    if (!purse.isCheap() || purse.usual().isEmpty() || purse.count() < CROWD) {
      return false;
    }
    double now = purse.rate().satPerKvb();
    double usual = purse.usual().get().satPerKvb();
    double input = Purse.INPUT;
    return purse.count() * input * (usual - now) > (double) Purse.vbytes(0) * now + input * usual;
  }

  private static boolean isTooLate(Situation s) {
    return !s.now().plus(s.terms().creditWait()).isBefore(s.leaseEnd());
  }

  /** Whole dollars of credit that the stock has room for. */
  private static long room(Situation s, double stock) {
    double days = isUrgent(s) ? Math.max(PATIENCE_DAYS, stock) : stock;
    return (long) ((days - s.prepaidDays()) * s.plan().rent().value() / 100);
  }

  private static boolean isRoomForAnInvoice(Situation s, long room) {
    return room >= s.terms().smallestInvoice().wholeDollarsUp();
  }

  /**
   * Prepaid days that are wanted. While a child may be born the surplus stays in coins, since
   * credit cannot be handed on.
   */
  private double stock(Situation s) {
    return gate.mayBear(s)
        ? Math.min(stockDays, Math.max(PATIENCE_DAYS, gate.needed(s)))
        : stockDays;
  }

  private static boolean isUrgent(Situation s) {
    return s.prepaidDays() < Policy.SHORT_SUPPLY_DAYS;
  }

  private BuyCredit decision(Situation s, Offer offer) {
    return new BuyCredit(
        offer.amount(),
        offer.feePercent(),
        Words.of(
            "%.1f days are prepaid; %s buys %s for a fee of %s, and %s",
            s.prepaidDays(),
            offer.price(),
            offer.amount(),
            offer.fee(),
            isUrgent(s) ? "life depends on it" : "waiting would hardly be cheaper"));
  }

  /** A payment that could be made. */
  private record Offer(Cents amount, Sats price, Sats fee) {

    int feePercent() {
      long raised = Math.ceilDiv(100 * RAISE * fee.value(), Math.max(1, price.value()));
      return Math.clamp(raised, FEE_PERCENT_MIN, FEE_PERCENT_MAX);
    }
  }

  /** The search for the best payment of one situation; amounts are satoshis and days. */
  private final class Search {
    private final Purse purse;
    private final Rate rate;
    private final Stock stock;
    private final double prepaid;
    private final double giftsPerDay;
    private final double satsPerDay;
    private final double dearer;
    private final double later;
    private final double life;
    private final long room;
    private final long smallest;
    private Optional<Offer> best = Optional.empty();
    private double mostGain;

    Search(Situation s, double stockDays, long room) {
      purse = s.purse().orElseThrow();
      rate = s.price().orElseThrow().rate();
      stock = new Stock(stockDays, haste);
      prepaid = s.prepaidDays();
      giftsPerDay = (1 + s.outlook().gifts()) / (DAYS_OF_THE_FIRST_GIFT + s.outlook().days());
      satsPerDay = (double) rate.satsFor(s.plan().rent()).value();
      dearer = Waiting.excess(purse, prepaid);
      later = Waiting.satPerVbyteOfChange(purse) * Purse.INPUT;
      this.room = room;
      smallest = rate.satsFor(s.terms().smallestInvoice()).value();
      life = isUrgent(s) ? (double) purse.payable().value() : 0;
    }

    Optional<Offer> best() {
      if (isHopeless()) {
        return Optional.empty();
      }
      for (int coins = 1; coins <= purse.atOnce(); coins++) {
        long payable = purse.payable(coins);
        if (payable >= smallest && consider(coins, payable) >= room) {
          break;
        }
      }
      return best;
    }

    /** Whether even the smallest payment loses more than a full stock is worth. */
    private boolean isHopeless() {
      return worth(rate.satsFor(Cents.dollars(room)).value()) <= (double) Purse.vbytes(1) * dearer;
    }

    /** What the so many largest coins could buy; returns the whole dollars of it. */
    private long consider(int coins, long payable) {
      long dollars = Math.min(room, rate.centsFor(Sats.of(payable)).wholeDollarsDown());
      var amount = Cents.dollars(dollars);
      long price = rate.satsFor(amount).value();
      long rest = Math.max(0, payable - price);
      long fee = purse.sum(coins) - price;
      double gain = worth(price) - (double) Purse.vbytes(coins) * dearer;
      offer(amount, price, fee, gain - (double) rest);
      long change = purse.changeOf(rest);
      if (change > 0) {
        double output = (double) Purse.changeVbytes() * dearer;
        double lost = later + stranded(coins, change, price);
        offer(amount, price, fee - change, gain - output - lost);
      }
      return dollars;
    }

    private double worth(long price) {
      return stock.worth(prepaid, (double) price / satsPerDay) * satsPerDay + life;
    }

    /** What is lost of the change if no further gift comes before the days have passed. */
    private double stranded(int coins, long change, long price) {
      double days = prepaid + (double) price / satsPerDay;
      return purse.total() - purse.sum(coins) + change >= smallest
          ? 0
          : StrictMath.exp(-giftsPerDay * days) * (double) change;
    }

    private void offer(Cents amount, long price, long fee, double gain) {
      long surprise = 1 + price / PRICE_MOVES;
      if (gain > mostGain && (fee + surprise) * 100 <= price * FEE_PERCENT_MAX) {
        mostGain = gain;
        best = Optional.of(new Offer(amount, Sats.of(price), Sats.of(fee)));
      }
    }
  }
}
