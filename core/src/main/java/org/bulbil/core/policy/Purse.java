package org.bulbil.core.policy;

import org.bulbil.core.money.Sats;

/**
 * A relay's own money as a decision sees it.
 *
 * @param spendable proven coins that no payment has claimed
 * @param arriving gifts not yet proven: hope, not money
 * @param paymentFee what one payment to the provider costs in fees now, all coins considered
 * @param sweepFee what sending everything to one address costs in fees now
 */
public record Purse(Sats spendable, Sats arriving, Sats paymentFee, Sats sweepFee) {}
