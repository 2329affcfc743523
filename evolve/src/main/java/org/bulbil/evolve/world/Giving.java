package org.bulbil.evolve.world;

/**
 * What donors give, and to whom.
 *
 * @param rentDaysPerDay what all donors together give on an average day, in rent-days, while there
 *     are as many relays as founders
 * @param growth the power of the number of relays with which that grows: 0 for a fixed budget, 1
 *     where every relay finds its own donors
 * @param sizes of the gifts
 * @param giftsPerDonorYear how often the average donor gives in a year
 * @param loyalty chance that a gift goes to the relay that its donor gave to before
 * @param taste the power of a relay's performance by which others are chosen: 0 for blind donors
 * @param ramp by which relays become known
 */
public record Giving(
    double rentDaysPerDay,
    double growth,
    Sizes sizes,
    double giftsPerDonorYear,
    double loyalty,
    double taste,
    Ramp ramp) {

  public Giving {
    Bounds.within("giving.rent_days_per_day", rentDaysPerDay, 0, 1e9);
    Bounds.within("giving.growth", growth, 0, 1);
    Bounds.within("giving.gifts_per_donor_year", giftsPerDonorYear, 0.01, 10_000);
    Bounds.within("giving.loyalty", loyalty, 0, 1);
    Bounds.within("giving.taste", taste, 0, 10);
  }

  Giving withBudget(double rentDays) {
    return new Giving(rentDays, growth, sizes, giftsPerDonorYear, loyalty, taste, ramp);
  }

  Giving with(Ramp other) {
    return new Giving(rentDaysPerDay, growth, sizes, giftsPerDonorYear, loyalty, taste, other);
  }
}
