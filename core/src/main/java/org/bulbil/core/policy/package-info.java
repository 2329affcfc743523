/**
 * The whole judgement of a relay. {@link org.bulbil.core.policy.Policy#decide} looks at one {@link
 * org.bulbil.core.policy.Situation} and returns one {@link org.bulbil.core.policy.Decision}; it is
 * pure and total, and it is the same code on a server, in the sandbox and in a simulation of years.
 *
 * <p>Rent is what it counts in: a reserve, a threshold, a price are so many rent-days, never so
 * many bitcoin, so that neither the price of bitcoin nor the length of a day changes what a relay
 * does.
 */
@NullMarked
package org.bulbil.core.policy;

import org.jspecify.annotations.NullMarked;
