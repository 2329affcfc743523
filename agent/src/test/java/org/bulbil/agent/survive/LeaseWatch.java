package org.bulbil.agent.survive;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.money.Sats;

/**
 * Holds that a renewal that could be paid for is never missed, and that what cannot be used any
 * more is given on in time.
 *
 * <p>Three times an agent owes something for the fair heartbeats (see {@link Fairness}) that it had
 * in a row, all of them in the state that is named:
 *
 * <ol>
 *   <li><b>Credit becomes days.</b> The credit pays a day and the lease runs less than {@value
 *       #URGENT_DAYS} days: within {@value #BEATS_TO_TOP_UP} fair heartbeats it is extended.
 *   <li><b>The purse becomes credit.</b> Less than {@value #STOCK_DAYS} days are prepaid, the lease
 *       runs at least {@value #DAYS_TO_BUY} day more, and the free coins (proven, and in no payment
 *       that may still confirm) pay for the smallest bill and {@value #MARGIN_PERCENT} % more after
 *       fees of at most {@value #CALM_FEE_PERCENT} %; bills, credit and price are in no bad spell:
 *       within {@value #HOURS_TO_BUY} hours and at least {@value #BEATS_TO_BUY} heartbeats, all
 *       fair, something is credited. That is long enough for an earlier payment to be given up,
 *       which takes a day.
 *   <li><b>The rest becomes a will.</b> The lease ends within {@value #WILL_HOURS} hours, the
 *       credit does not pay a day, nothing is being bought, and at least {@value #WORTH_A_WILL}
 *       satoshis of free coins are left after fees: within {@value #BEATS_TO_GIVE} fair heartbeats
 *       they are sent. So they are wherever the lease ends, once the relay was ordered to shut
 *       down.
 * </ol>
 */
final class LeaseWatch {

  static final double URGENT_DAYS = 2.9;
  static final int BEATS_TO_TOP_UP = 4;

  static final double STOCK_DAYS = 5.5;
  static final double DAYS_TO_BUY = 0.5;
  static final int MARGIN_PERCENT = 15;
  static final double CALM_FEE_PERCENT = 5;
  static final int HOURS_TO_BUY = 40;
  static final int BEATS_TO_BUY = 10;

  static final int WILL_HOURS = 5;
  static final long WORTH_A_WILL = 3_000;
  static final int BEATS_TO_GIVE = 4;

  /** Virtual bytes of an input and of the rest of a payment with two outputs. */
  private static final long INPUT = 68;

  private static final long BODY = 85;

  private final World world;
  private final Tenant tenant;
  private final Truth truth;
  private final PaymentWatch payments;
  private final Miner miner;

  private final Fairness toTopUp = new Fairness();
  private final Fairness toBuy = new Fairness();
  private final Fairness toGive = new Fairness();
  private Instant expiry;
  private long credited;
  private boolean isRevived;

  LeaseWatch(World world, Tenant tenant, Truth truth, PaymentWatch payments, Miner miner) {
    this.world = world;
    this.tenant = tenant;
    this.truth = truth;
    this.payments = payments;
    this.miner = miner;
    this.expiry = tenant.lease().expiry();
  }

  /**
   * After a heartbeat.
   *
   * @param isFair whether it was
   * @param isBuying whether the agent is buying credit
   */
  void turn(boolean isFair, boolean isBuying) {
    var lease = tenant.lease();
    if (lease.expiry().isAfter(expiry)) {
      world.tally.count(Happening.RENEWALS);
      world.diary.note("renewed until %s", lease.expiry());
      if (payments.gaveAway() && !isRevived) {
        isRevived = true;
        world.tally.count(Happening.REVIVALS);
      }
    }
    long creditedNow = world.tally.of(Happening.PURCHASES);
    boolean isToLive = isFair && !world.launcher.hasOrdered();
    judgeTopUp(isToLive && !lease.expiry().isAfter(expiry), lease);
    judgeBuying(isToLive && creditedNow == credited, lease);
    judgeWill(isFair && !isBuying, lease);
    expiry = lease.expiry();
    credited = creditedNow;
  }

  private void judgeTopUp(boolean couldOwe, Lease lease) {
    toTopUp.note(couldOwe && isUrgent(lease) && paysADay(), world.now());
    if (toTopUp.beats() >= BEATS_TO_TOP_UP) {
      throw new Violation(
          "no affordable renewal is missed",
          "%d fair heartbeats with %s of credit, and the lease still ends at %s"
              .formatted(toTopUp.beats(), tenant.credit(), lease.expiry()));
    }
  }

  private boolean isUrgent(Lease lease) {
    return daysLeft(lease) < URGENT_DAYS;
  }

  private double daysLeft(Lease lease) {
    return Duration.between(world.now(), lease.expiry()).toMinutes() / 1440.0;
  }

  private boolean paysADay() {
    return tenant.credit().covers(World.PLAN.rent());
  }

  private double prepaidDays(Lease lease) {
    return daysLeft(lease) + (double) tenant.credit().value() / World.PLAN.rent().value();
  }

  private void judgeBuying(boolean couldOwe, Lease lease) {
    toBuy.note(
        couldOwe
            && isMarketCalm()
            && daysLeft(lease) > DAYS_TO_BUY
            && prepaidDays(lease) < STOCK_DAYS
            && paysABill(),
        world.now());
    if (toBuy.beats() >= BEATS_TO_BUY
        && toBuy.span(world.now()).compareTo(Duration.ofHours(HOURS_TO_BUY)) >= 0) {
      throw new Violation(
          "no affordable renewal is missed",
          "%d fair heartbeats in %s with %s, and no credit was bought"
              .formatted(toBuy.beats(), toBuy.span(world.now()), truth.free(payments.spoken())));
    }
  }

  /** No bill, credit or price is in a bad spell, and space in blocks is not dear. */
  private boolean isMarketCalm() {
    var swarm = world.swarm;
    return !swarm.isOn(Fault.SHORT_BILLS)
        && !swarm.isOn(Fault.REPRICED_BILL)
        && !swarm.isOn(Fault.LATE_CREDIT)
        && !swarm.isOn(Fault.NO_CREDIT)
        && !swarm.isOn(Fault.PRICE_JUMP)
        && !swarm.isOn(Fault.FEE_SPIKE)
        && !swarm.isOn(Fault.SLOW_BLOCKS)
        && !swarm.isOn(Fault.EVICTION)
        && !swarm.isOn(Fault.REORGANISATION);
  }

  private boolean paysABill() {
    var bill = world.book.price().satsFor(World.TERMS.smallestInvoice());
    long fee = feeOfAll();
    return afterFees() * 100 >= bill.value() * (100 + MARGIN_PERCENT)
        && fee * 100 <= bill.value() * CALM_FEE_PERCENT;
  }

  /** At twice the price of the next block, for bids are cautious. */
  private long feeOf(long vbytes) {
    return 2 * miner.price().feeFor(vbytes).value();
  }

  private long feeOfAll() {
    return feeOf(BODY + INPUT * worthy().size());
  }

  private java.util.List<Sats> worthy() {
    long input = feeOf(INPUT);
    return truth.free(payments.spoken()).stream().filter(coin -> coin.value() > input).toList();
  }

  private long afterFees() {
    return Sats.sum(worthy()).value() - feeOfAll();
  }

  private void judgeWill(boolean couldOwe, Lease lease) {
    boolean isTheEnd = daysLeft(lease) * 24 < WILL_HOURS && !paysADay();
    boolean mustGive = isTheEnd || world.launcher.isObeyed();
    toGive.note(couldOwe && mustGive && afterFees() >= WORTH_A_WILL, world.now());
    if (toGive.beats() >= BEATS_TO_GIVE) {
      throw new Violation(
          "the remainder is given in time",
          "%d fair heartbeats before the end at %s with %s"
              .formatted(toGive.beats(), lease.expiry(), truth.free(payments.spoken())));
    }
  }
}
