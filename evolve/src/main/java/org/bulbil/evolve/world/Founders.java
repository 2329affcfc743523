package org.bulbil.evolve.world;

import org.bulbil.core.money.Cents;

/**
 * The relays that people launched, spread evenly over the places.
 *
 * @param count how many
 * @param leaseDays that each has at first, at least
 * @param spreadDays over which the ends of their leases are spread: 1 where all end together
 * @param credit that each has at the provider besides
 */
public record Founders(int count, int leaseDays, int spreadDays, Cents credit) {

  /** Above, arrays of the coming population could not be indexed any more. */
  private static final int MOST = 100_000_000;

  public Founders {
    Bounds.within("founders.count", count, 1, MOST);
    Bounds.within("founders.lease_days", leaseDays, 1, 36_500);
    Bounds.within("founders.spread_days", spreadDays, 1, 3650);
    Bounds.within("founders.credit_cents", (double) credit.value(), 0, 1e9);
  }

  /** Days of the lease of one of them, by its number. */
  int leaseDays(int founder) {
    return leaseDays + founder % spreadDays;
  }
}
