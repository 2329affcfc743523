package org.bulbil.evolve.world;

import java.util.List;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.policy.Limits;

/**
 * What a world is like. Impossible values are refused where they stand, by field and rule.
 *
 * @param name for tables and files
 * @param founders who is there on day 0
 * @param giving what donors do
 * @param rental what servers cost and how they end
 * @param price of bitcoin, where no history is given
 * @param fee that payments bid, where no history is given
 * @param shocks that befall all
 * @param limits that no mutation changes
 */
public record Scenario(
    String name,
    Founders founders,
    Giving giving,
    Rental rental,
    Rate price,
    FeeRate fee,
    List<Shock> shocks,
    Limits limits) {

  public Scenario {
    shocks = List.copyOf(shocks);
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
    for (var shock : shocks) {
      if (shock instanceof Shock.Ban ban) {
        checkProvider(ban.provider(), rental.places());
      }
    }
  }

  static void checkProvider(String provider, List<Place> places) {
    boolean known =
        provider.equals(Shock.EVERYWHERE)
            || places.stream().anyMatch(place -> place.provider().equals(provider));
    if (!known) {
      throw new IllegalArgumentException(
          "ban.provider must be the provider of a place or '%s', not '%s'"
              .formatted(Shock.EVERYWHERE, provider));
    }
  }

  /** The climate where no history is given. */
  public Climate steadyClimate() {
    return Climate.steady(price, fee);
  }

  public Scenario named(String other) {
    return new Scenario(other, founders, giving, rental, price, fee, shocks, limits);
  }

  public Scenario with(Founders others) {
    return new Scenario(name, others, giving, rental, price, fee, shocks, limits);
  }

  /** With so many founders, and donors who give as much for each as before. */
  public Scenario ofRelays(int count) {
    var others =
        new Founders(count, founders.leaseDays(), founders.spreadDays(), founders.credit());
    double share = (double) count / founders.count();
    return with(others).with(giving.withBudget(giving.rentDaysPerDay() * share));
  }

  public Scenario with(Giving others) {
    return new Scenario(name, founders, others, rental, price, fee, shocks, limits);
  }

  public Scenario with(Rental others) {
    return new Scenario(name, founders, giving, others, price, fee, shocks, limits);
  }

  public Scenario with(Shock... others) {
    return new Scenario(name, founders, giving, rental, price, fee, List.of(others), limits);
  }

  public Scenario with(Limits others) {
    return new Scenario(name, founders, giving, rental, price, fee, shocks, others);
  }
}
