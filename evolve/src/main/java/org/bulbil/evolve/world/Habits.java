package org.bulbil.evolve.world;

import org.bulbil.core.policy.Limits;

/**
 * What of a rule tells on which days it surely does nothing, so that it need not be asked.
 *
 * @param daily whether nothing of it is known, and it has to be asked every day
 * @param leadDays of lease above which it never extends it
 * @param topUpDays of credit that it takes to extend a lease that is not about to end
 * @param stockDays of lease and credit from which on it never buys credit
 * @param reserveDays of runway below which it never gives to a child
 * @param limits that bind it
 */
public record Habits(
    boolean daily, int leadDays, int topUpDays, int stockDays, int reserveDays, Limits limits) {

  /** Of a rule of which nothing is known. */
  static final Habits UNKNOWN = new Habits(true, 0, 0, 0, 0, Limits.USUAL);

  static Habits of(int leadDays, int topUpDays, int stockDays, int reserveDays, Limits limits) {
    return new Habits(false, leadDays, topUpDays, stockDays, reserveDays, limits);
  }
}
