/**
 * The whole judgement of a relay. {@link org.bulbil.core.policy.Policy#decide} looks at one {@link
 * org.bulbil.core.policy.Situation} and returns one {@link org.bulbil.core.policy.Decision}; it is
 * pure and total, and it is the same code on a server, in the sandbox and in a simulation of years.
 *
 * <p>A relay's gifts are an {@link org.bulbil.core.policy.Income}, which makes an {@link
 * org.bulbil.core.policy.Outlook}, of which follows the {@link org.bulbil.core.policy.Reserve};
 * {@link org.bulbil.core.policy.Gate} decides on births.
 *
 * <p>Rent is what it counts in: a reserve, a threshold, a price are so many rent-days, never so
 * many bitcoin, so that neither the price of bitcoin nor the length of a day changes what a relay
 * does.
 */
@NullMarked
package org.bulbil.core.policy;

import org.jspecify.annotations.NullMarked;
