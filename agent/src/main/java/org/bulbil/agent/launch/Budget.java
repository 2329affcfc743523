package org.bulbil.agent.launch;

import java.util.List;
import org.bulbil.agent.purchase.Purchase;
import org.bulbil.agent.purchase.Purchase.State;
import org.bulbil.core.money.Cents;

/**
 * What a launch may spend. Every purchase that was begun counts with the highest fee that it may
 * pay, so the whole can never come to more; one that came to nothing counts with what was lost.
 *
 * @param most all of it, fees included
 * @param feePercent the largest fee of each payment, in percent of it
 * @param reserve kept for fees that pay for no purchase: of breaking coins
 */
public record Budget(Cents most, int feePercent, Cents reserve) {

  public Budget {
    if (feePercent < 1 || feePercent > 100) {
      throw new IllegalArgumentException("a fee is 1 to 100 % of a payment, not " + feePercent);
    }
  }

  /**
   * The budget of a bill: fees as high as the bill allows, or as {@code most} leaves room for.
   *
   * @throws IllegalArgumentException where {@code most} does not cover the bill, naming both
   */
  public static Budget of(Bill bill, Cents most) {
    if (!most.covers(bill.least())) {
      throw new IllegalArgumentException(
          "the bill comes to %s with its fees, more than the %s allowed: take fewer regions or days"
              .formatted(bill.least(), most));
    }
    long room = most.minus(bill.total()).minusOrZero(bill.breakingMost()).value();
    long percent = room / bill.choice().relays() * 100 / bill.credit().value();
    return new Budget(most, Math.clamp(percent, 1, bill.feePercent()), bill.breakingMost());
  }

  /** What {@code credit} costs at most. */
  public Cents worst(Cents credit) {
    return credit.plus(Cents.of(Math.ceilDiv(credit.value() * feePercent, 100L)));
  }

  /**
   * Whether credit may be bought besides what was bought already.
   *
   * @param fees that were paid for nothing: of payments taken back, and of breaking coins
   */
  public boolean allows(Cents credit, List<Purchase> purchases, Cents fees) {
    var lost = fees.covers(reserve) ? fees : reserve;
    return most.covers(committed(purchases).plus(lost).plus(worst(credit)));
  }

  /** What purchases have cost and may still cost. */
  public Cents committed(List<Purchase> purchases) {
    return purchases.stream()
        .filter(purchase -> purchase.state() != State.ABANDONED)
        .map(purchase -> worst(purchase.amount()))
        .reduce(Cents.ZERO, Cents::plus);
  }
}
