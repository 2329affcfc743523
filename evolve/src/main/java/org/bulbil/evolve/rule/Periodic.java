package org.bulbil.evolve.rule;

import org.bulbil.core.money.Cents;
import org.bulbil.core.policy.Buying;
import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Decision.Urgency;
import org.bulbil.core.policy.Situation;

/**
 * Buys so many days whenever the lease is about to end, whatever the fee.
 *
 * @param days that one payment is for
 * @param lead days before the end of the lease at which it begins to try
 */
public record Periodic(int days, double lead) implements Rule {

  @Override
  public Decision decide(Situation s) {
    if (s.day().between(s.now(), s.leaseEnd()) > lead) {
      return new Decision.Rest("there is time");
    }
    long creditDays = s.credit().orElse(Cents.ZERO).dividedBy(s.plan().rent());
    if (creditDays >= Math.min(days, 7)) {
      return new Decision.TopUp((int) Math.min(days, creditDays), "the lease ends soon");
    }
    return s.buying() == Buying.NONE
        ? new Decision.BuyCredit(amount(s), Urgency.URGENT, "the lease ends soon")
        : new Decision.Rest("a payment is on its way");
  }

  private Cents amount(Situation s) {
    var least = s.terms().smallestInvoice();
    var wanted = s.plan().rentFor(days).minusOrZero(s.credit().orElse(Cents.ZERO));
    var amount = wanted.covers(least) ? wanted : least;
    return least.value() < 100 ? amount : Cents.dollars(amount.wholeDollarsUp());
  }
}
