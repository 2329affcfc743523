package org.bulbil.evolve.world;

import java.util.HashSet;
import java.util.List;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.policy.Terms;

/**
 * What servers cost and how they end.
 *
 * @param plan that every relay rents
 * @param terms of the provider. A day is the shortest time of this world: {@code willLead} must be
 *     a day, so that a will is made on the last one, and {@code creditWait} less
 * @param launchDays of a child's endowment that become its first lease
 * @param places of which a child can have one
 * @param deathPerDay chance that a server is gone, with its purse, for no reason of its relay's
 * @param luckSigma deviation of the natural logarithm of performance between servers alike
 */
public record Rental(
    Plan plan,
    Terms terms,
    int launchDays,
    List<Place> places,
    double deathPerDay,
    double luckSigma) {

  /** So that a relay's place takes a byte. */
  private static final int PLACES_MAX = 100;

  public Rental {
    places = List.copyOf(places);
    Bounds.within("rental.launch_days", launchDays, 1, 36_500);
    Bounds.within("rental.places", places.size(), 1, PLACES_MAX);
    Bounds.within("rental.death_per_day", deathPerDay, 0, 1);
    Bounds.within("rental.luck_sigma", luckSigma, 0, 3);
    Bounds.within("rental.terms.will_lead_hours", (double) terms.willLead().toHours(), 24, 24);
    Bounds.within("rental.terms.credit_wait_hours", (double) terms.creditWait().toHours(), 0, 23);
    checkOnce(places);
  }

  private static void checkOnce(List<Place> places) {
    var seen = new HashSet<String>();
    for (var place : places) {
      if (!seen.add(place.region().slug())) {
        throw new IllegalArgumentException(
            "rental.places names region %s twice".formatted(place.region().slug()));
      }
    }
  }

  /** The number of the place in this region; 0 where it is not offered. */
  int placeOf(String region) {
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).region().slug().equals(region)) {
        return i;
      }
    }
    return 0;
  }

  Rental with(List<Place> others) {
    return new Rental(plan, terms, launchDays, others, deathPerDay, luckSigma);
  }
}
