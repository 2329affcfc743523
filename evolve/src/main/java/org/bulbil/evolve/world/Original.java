package org.bulbil.evolve.world;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Sats;
import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Situation;

/**
 * The relays of 2017 (SporeStack's launch profile): on the last day a week is bought at whatever
 * fee; whoever has more than a sum fixed in bitcoin buys a clone four weeks; who can't pay gives
 * what is left to a charity. Nothing is inherited or varies.
 *
 * @param region where it lives
 * @param rich a purse above this makes a clone
 */
public record Original(String region, Sats rich) implements Breed {

  /** What the profile had: 0.05 bitcoin, then the rent of about a year. */
  public static final Sats RICH = Sats.of(5_000_000);

  /** It has no limit; no rule's fee is looked at here. */
  static final int FEE_PERCENT = 100;

  private static final int WEEK = 7;
  private static final int CLONE_DAYS = 28;

  /** As the founders of a world. */
  public static Function<String, Breed> founders(Sats rich) {
    return region -> new Original(region, rich);
  }

  @Override
  public Decision decide(Situation s) {
    var means = new Means(s);
    if (means.spendable().compareTo(rich) > 0 && means.canPay(means.invoice(CLONE_DAYS))) {
      return new Decision.Propagate(means.invoice(CLONE_DAYS), "rich");
    }
    if (means.leaseDays() > 1) {
      return new Decision.Rest("there is time");
    }
    if (means.creditDays() >= WEEK) {
      return new Decision.TopUp(WEEK, "the lease ends");
    }
    return means.canPay(means.invoice(WEEK))
        ? new Decision.BuyCredit(means.invoice(WEEK), FEE_PERCENT, "the lease ends")
        : atTheEnd(means);
  }

  private static Decision atTheEnd(Means means) {
    return means.creditDays() >= 1
        ? new Decision.TopUp(means.creditDays(), "the last days of credit")
        : new Decision.LastWill("a week costs more than there is");
  }

  @Override
  public Breed child(RandomGenerator random, int[] relatives) {
    return this;
  }

  @Override
  public Habits habits() {
    return Habits.UNKNOWN;
  }

  /** A situation as simple rules read it. */
  record Means(Situation situation) {

    double leaseDays() {
      return situation.day().between(situation.now(), situation.leaseEnd());
    }

    int creditDays() {
      return (int) credit().dividedBy(situation.plan().rent());
    }

    Cents credit() {
      return situation.credit().orElse(Cents.ZERO);
    }

    Sats spendable() {
      return situation.purse().orElseThrow().spendable();
    }

    /** What the purse buys in one payment. */
    Cents power() {
      return situation
          .price()
          .orElseThrow()
          .rate()
          .centsFor(situation.purse().orElseThrow().payable());
    }

    boolean canPay(Cents amount) {
      return power().covers(amount);
    }

    /** So many days in whole dollars, and no less than is sold at once. */
    Cents invoice(int days) {
      return wholeDollars(situation.plan().rentFor(days));
    }

    Cents wholeDollars(Cents amount) {
      var least = situation.terms().smallestInvoice();
      return Cents.dollars((amount.covers(least) ? amount : least).wholeDollarsUp());
    }

    /** Days until lease, credit and purse are used up. */
    double runway() {
      return leaseDays()
          + (double) (credit().value() + power().value()) / situation.plan().rent().value();
    }
  }
}
