package org.bulbil.evolve.world;

import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;

/**
 * One day of bitcoin.
 *
 * @param rate what a bitcoin costs
 * @param fee what a payment has to bid
 * @param low what a quarter of the days before did not exceed
 * @param usual what half of them did not exceed
 */
public record Conditions(Rate rate, FeeRate fee, FeeRate low, FeeRate usual) {}
