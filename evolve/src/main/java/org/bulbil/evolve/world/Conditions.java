package org.bulbil.evolve.world;

import java.util.Optional;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.policy.Purse;

/**
 * One day of bitcoin.
 *
 * @param rate what a bitcoin costs
 * @param fee what a payment has to bid
 * @param low what a quarter of the days before did not exceed
 * @param usual what half of them did not exceed
 */
public record Conditions(Rate rate, FeeRate fee, FeeRate low, FeeRate usual) {

  /** Coins as the policy sees them on this day; the largest last. */
  Purse purse(long[] ascending) {
    return Purse.of(ascending, Sats.ZERO, fee, Optional.of(low), Optional.of(usual));
  }
}
