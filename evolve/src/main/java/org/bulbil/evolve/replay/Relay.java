package org.bulbil.evolve.replay;

import java.time.Duration;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.policy.Terms;

/** One relay: its coins, its credit and its lease, and where its satoshis went. */
public final class Relay {

  /** Days that one top-up may add, and that a lease's end may lie ahead, at SporeStack. */
  public static final int LONGEST_TOP_UP = 90;

  private static final int FURTHEST_END = 365;

  /** A lease ends in the middle of its last day; the will is made in the morning. */
  private static final Duration WILL_LEAD = Duration.ofHours(12);

  private final Conditions conditions;
  private final Plan plan;
  private final Terms terms;
  private final Coins coins = new Coins();
  private final Coins arriving = new Coins();
  private final GiftDiary gifts = new GiftDiary();
  private long credit;
  private long paid;
  private int leaseEnd;
  private long donated;
  private long rent;
  private long fees;
  private long charity;
  private int payments;

  /** One that has nothing but its first days of lease. */
  Relay(Conditions conditions) {
    this.conditions = conditions;
    this.plan = new Plan("replay", conditions.rent(), 1, 1024, 25, 1, true);
    this.terms =
        new Terms(
            conditions.smallestInvoice(),
            LONGEST_TOP_UP,
            FURTHEST_END,
            conditions.delay().creditWait(),
            WILL_LEAD,
            WILL_LEAD);
    this.leaseEnd = conditions.startDays();
  }

  /** What it knows of its donors. */
  public GiftDiary gifts() {
    return gifts;
  }

  /** What it rents. */
  public Plan plan() {
    return plan;
  }

  /** What its provider allows. */
  public Terms terms() {
    return terms;
  }

  /** The least that can be bought at once and is at least {@code amount}. */
  public Cents invoiceFor(Cents amount) {
    var least = conditions.smallestInvoice();
    var wanted = amount.covers(least) ? amount : least;
    return switch (conditions.invoices()) {
      case AT_LEAST_FIVE_DOLLARS -> Cents.dollars(wanted.wholeDollarsUp());
      case ANY_AMOUNT -> wanted;
    };
  }

  /** What was sent yesterday is there. */
  void receiveWhatWasSent() {
    coins.addAll(arriving);
    arriving.clear();
    credit += paid;
    paid = 0;
  }

  /** A gift is on its way, or there. */
  void receive(long gift, int today) {
    donated += gift;
    gifts.note(gift, today);
    send(gift);
  }

  /** The coin that a relay has from its launcher. */
  void startWith(Sats coin) {
    donated += coin.value();
    coins.add(coin.value());
  }

  private void send(long coin) {
    switch (conditions.delay()) {
      case ONE_DAY -> arriving.add(coin);
      case NONE -> coins.add(coin);
    }
  }

  /** Pays for {@code amount} of credit; false, and nothing happens, where that is not possible. */
  public boolean buyCredit(Cents amount, FeeRate rate, Rate price, CoinChoice choice) {
    if (!conditions.allow(amount)) {
      return false;
    }
    long sats = price.satsFor(amount).value();
    var chosen = choice.choose(coins, sats, rate);
    chosen.ifPresent(
        payment -> {
          spend(payment.from(), payment.to(), payment.fee(), payment.change());
          rent += sats;
          credit(amount.value());
        });
    return chosen.isPresent();
  }

  private void credit(long cents) {
    switch (conditions.delay()) {
      case ONE_DAY -> paid += cents;
      case NONE -> credit += cents;
    }
  }

  private void spend(int from, int to, long fee, long change) {
    coins.remove(from, to);
    fees += fee;
    payments++;
    if (change > 0) {
      send(change);
    }
  }

  /** Extends the lease from credit; false, and nothing happens, where the provider refuses. */
  public boolean topUp(int days, int today) {
    long price = conditions.rent().value() * days;
    if (days < 1
        || days > LONGEST_TOP_UP
        || leaseEnd + days > today + FURTHEST_END
        || price > credit) {
      return false;
    }
    credit -= price;
    leaseEnd += days;
    return true;
  }

  /** Makes one coin of those that are worth their input; false where there are fewer than two. */
  public boolean consolidate(FeeRate rate) {
    int from = firstWorth(Size.inputFee(rate));
    int inputs = coins.count() - from;
    long sum = sumFrom(from);
    long fee = Size.fee(rate, inputs, 1);
    if (inputs < 2 || sum - fee < Size.leastChange(rate)) {
      return false;
    }
    spend(from, coins.count(), fee, sum - fee);
    return true;
  }

  /** Gives away every coin that brings more than its fee; false where that is nothing. */
  public boolean giveAway(FeeRate rate) {
    int from = firstWorth(2 * Size.inputFee(rate));
    long sum = sumFrom(from);
    long fee = Size.fee(rate, coins.count() - from, 1);
    if (sum - fee < Size.DUST) {
      return false;
    }
    spend(from, coins.count(), fee, 0);
    charity += sum - fee;
    return true;
  }

  /** The index of the smallest coin above {@code worth} that still fits into one payment. */
  private int firstWorth(long worth) {
    return Math.max(coins.from(worth + 1), coins.count() - Size.INPUTS_MAX);
  }

  private long sumFrom(int from) {
    long sum = 0;
    for (int i = from; i < coins.count(); i++) {
      sum += coins.at(i);
    }
    return sum;
  }

  /** Whether one payment of everything that is worth its input would buy {@code amount}. */
  boolean couldPay(Cents amount, FeeRate rate, Rate price) {
    int from = firstWorth(Size.inputFee(rate));
    return sumFrom(from) - Size.fee(rate, coins.count() - from, 1) >= price.satsFor(amount).value();
  }

  /** Coins that can be spent. */
  public Coins coins() {
    return coins;
  }

  /** Gifts and change that can be spent tomorrow. */
  public Coins arriving() {
    return arriving;
  }

  public Cents credit() {
    return Cents.of(credit);
  }

  /** Whether a payment has been made that is not credit yet. */
  public boolean isPaying() {
    return paid > 0;
  }

  /** The last day on which the server runs, until noon. */
  public int leaseEnd() {
    return leaseEnd;
  }

  /** Transactions that it has made. */
  int payments() {
    return payments;
  }

  Ledger ledger() {
    return new Ledger(donated, rent, fees, charity, coins.sum() + arriving.sum());
  }
}
