package org.bulbil.evolve.replay;

import java.time.Duration;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.policy.Terms;

/** One relay: its wallet, its credit and its lease. Days are those of the market. */
public final class Relay {

  /** Days that one top-up may add, and that a lease's end may lie ahead, at SporeStack. */
  public static final int LONGEST_TOP_UP = 90;

  private static final int FURTHEST_END = 365;

  /** A lease ends in the middle of its last day; the will is made in the morning. */
  private static final Duration WILL_LEAD = Duration.ofHours(12);

  private final Conditions conditions;
  private final Plan plan;
  private final Terms terms;
  private final Wallet wallet;
  private final GiftDiary gifts = new GiftDiary();
  private long credit;
  private long paid;
  private int leaseEnd;

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
    this.wallet = new Wallet(conditions.delay());
    this.leaseEnd = conditions.startDays();
  }

  /** What it rents. */
  public Plan plan() {
    return plan;
  }

  /** What its provider allows. */
  public Terms terms() {
    return terms;
  }

  Wallet wallet() {
    return wallet;
  }

  /** Coins that can be spent. */
  public Coins coins() {
    return wallet.coins();
  }

  /** Gifts and change that can be spent tomorrow. */
  public Coins arriving() {
    return wallet.arriving();
  }

  /** Prepaid at the provider. */
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

  /** A gift is on its way, or there. */
  void receive(long gift, int today) {
    wallet.receive(gift);
    gifts.note(gift, today);
  }

  /** What it knows of its donors. */
  public GiftDiary gifts() {
    return gifts;
  }

  /** What was sent yesterday is there. */
  void receiveWhatWasSent() {
    wallet.receiveWhatWasSent();
    credit += paid;
    paid = 0;
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

  /** Pays for {@code amount} of credit; false, and nothing happens, where that is not possible. */
  public boolean buyCredit(Cents amount, FeeRate rate, Rate price, CoinChoice choice) {
    if (!conditions.allow(amount)) {
      return false;
    }
    long sats = price.satsFor(amount).value();
    var chosen = choice.choose(wallet.coins(), sats, rate);
    chosen.ifPresent(
        coins -> {
          wallet.payRent(sats, coins);
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
    return wallet.consolidate(rate);
  }

  /** Gives away every coin that brings more than its fee; false where that is nothing. */
  public boolean giveAway(FeeRate rate) {
    return wallet.giveAway(rate);
  }

  /** Whether everything that is worth its input would pay for another day, nothing being paid. */
  boolean couldPay(FeeRate rate, Rate price) {
    return !isPaying() && wallet.couldPay(invoiceFor(conditions.rent()), rate, price);
  }
}
