package org.bulbil.core.policy;

import java.time.Duration;
import org.bulbil.core.money.Cents;

/**
 * What a provider and a chain allow, as far as it binds a relay's decisions.
 *
 * @param smallestInvoice the least credit that can be bought at once, in whole dollars
 * @param longestTopUp days that one top-up may add
 * @param furthestEnd days that a lease's end may lie ahead
 * @param creditWait from sending a payment until it is credit, with some slack: a few blocks
 * @param lastSafe before the lease ends, the last moment at which a will still confirms in time;
 *     see {@link Slack}
 * @param willLead before the lease ends, when a will is made where no rescue is in sight; at least
 *     {@code lastSafe}
 */
public record Terms(
    Cents smallestInvoice,
    int longestTopUp,
    int furthestEnd,
    Duration creditWait,
    Duration lastSafe,
    Duration willLead) {}
