package org.bulbil.hosting;

import org.bulbil.core.money.Cents;

/**
 * What a provider allows.
 *
 * @param smallestInvoice the least credit that can be bought at once, whole dollars
 * @param mostDaysAtOnce in one launch or one top-up
 * @param mostDaysAhead how far a lease's expiry may lie in the future
 * @param mostUserData characters of the script that a new server runs first, where that is handed
 *     over with the order; 0 where it is not, and {@link Provider#install} runs it afterwards
 * @param prepayment what a paid bill becomes
 */
public record Terms(
    Cents smallestInvoice,
    int mostDaysAtOnce,
    int mostDaysAhead,
    int mostUserData,
    Prepayment prepayment) {

  public Terms {
    if (smallestInvoice.isZero() || smallestInvoice.value() % 100 != 0) {
      throw new IllegalArgumentException(
          "the smallest invoice must be whole dollars, at least one, not " + smallestInvoice);
    }
    if (mostDaysAtOnce < 1 || mostDaysAhead < mostDaysAtOnce || mostUserData < 0) {
      throw new IllegalArgumentException(
          "not the terms of a provider: %d days at once, %d days ahead, %d characters of user data"
              .formatted(mostDaysAtOnce, mostDaysAhead, mostUserData));
    }
  }

  /** Those of a provider that sells credit. */
  public Terms(Cents smallestInvoice, int mostDaysAtOnce, int mostDaysAhead, int mostUserData) {
    this(smallestInvoice, mostDaysAtOnce, mostDaysAhead, mostUserData, Prepayment.CREDIT);
  }

  /** The same but for the least credit that is sold at once, whole dollars. */
  public Terms withSmallestInvoice(Cents least) {
    return new Terms(least, mostDaysAtOnce, mostDaysAhead, mostUserData, prepayment);
  }
}
