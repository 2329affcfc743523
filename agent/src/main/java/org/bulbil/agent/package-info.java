/**
 * The shell on the server: everything with effects, around the pure judgement of {@code core}.
 *
 * <p>{@link org.bulbil.agent.Agent} beats: it looks around ({@code Lookout}), lets {@link
 * org.bulbil.core.policy.Policy} decide, acts, and shows what it did. The parts that act have a
 * package each: {@code tenancy} (the own lease), {@code purchase} (credit), {@code birth}
 * (children), {@code will} (giving on), {@code relay} (tor), {@code family} (its key), {@code
 * status} (the page); {@code journal} is what none of them may forget and {@code settings} what all
 * were told at birth.
 */
@NullMarked
package org.bulbil.agent;

import org.jspecify.annotations.NullMarked;
