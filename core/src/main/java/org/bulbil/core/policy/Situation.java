package org.bulbil.core.policy;

import java.time.Instant;
import java.util.Optional;
import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;
import org.bulbil.core.time.Day;

/**
 * Everything that a decision needs, at one instant. What is empty is unknown, which is neither zero
 * nor no.
 *
 * @param now the instant of the decision
 * @param clockConfirmed whether anybody but the machine's own clock has shown {@code now}
 * @param day how long a day of rent lasts
 * @param plan what is rented, with its rent
 * @param terms what the provider allows
 * @param leaseEnd when the server is deleted, as last read from the provider
 * @param credit prepaid at the provider; empty while the provider does not answer
 * @param purse the relay's own money; empty while the chain is not known
 * @param price of bitcoin, as the provider's newest invoice implies it; empty before the first
 * @param buying whether credit is being bought already
 * @param renewing whether credit becomes days when it is asked to
 * @param born when the relay's life began; not after {@code now}
 * @param outlook what it may expect of its donors
 * @param family what is known of births
 * @param conduct whether the relay is a good citizen
 * @param beneficiary who would get the remainder now; empty where nobody may
 */
public record Situation(
    Instant now,
    boolean clockConfirmed,
    Day day,
    Plan plan,
    Terms terms,
    Instant leaseEnd,
    Optional<Cents> credit,
    Optional<Purse> purse,
    Optional<Price> price,
    Buying buying,
    Renewing renewing,
    Instant born,
    Outlook outlook,
    Family family,
    Conduct conduct,
    Optional<Beneficiary> beneficiary) {

  /** Days since its birth; zero by a clock that is behind that. */
  public double ageDays() {
    return Math.max(0, day.between(born, now));
  }

  /** Days until the server is deleted; zero where that has passed. */
  double leaseDays() {
    return Math.max(0, day.between(now, leaseEnd));
  }

  /** Whole days of rent that the credit pays; zero while it is unknown. */
  int creditDays() {
    return credit.map(cents -> (int) cents.dividedBy(plan.rent())).orElse(0);
  }

  /** Days paid for: the lease's rest and the credit's. */
  double prepaidDays() {
    return leaseDays() + creditDays();
  }

  /** What the purse buys in one payment; zero while purse or price is unknown. */
  Cents purchasingPower() {
    return purse
        .flatMap(p -> price.map(now -> now.rate().centsFor(p.payable())))
        .orElse(Cents.ZERO);
  }

  /** What the purse would buy if every gift that is on its way were there. */
  Cents hopedPower() {
    return purse
        .flatMap(p -> price.map(now -> now.rate().centsFor(p.payableWithArriving())))
        .orElse(Cents.ZERO);
  }

  /** Whether the price is not known, or was asked for more than a day ago. */
  boolean isPriceOld() {
    return price.filter(known -> !known.asked().plus(day.length()).isBefore(now)).isEmpty();
  }

  /** Days of rent that the purse buys. */
  double purseDays() {
    return (double) purchasingPower().value() / plan.rent().value();
  }

  /** Whether everything is known by which money is spared for others. */
  boolean isPurseKnown() {
    return purse.isPresent() && credit.isPresent() && price.isPresent();
  }

  /** Runway: days until everything paid or payable is used up. */
  public double runwayDays() {
    return prepaidDays() + purseDays();
  }
}
