/**
 * Whether what is better spreads, and what makes no difference does not.
 *
 * <p>{@link org.bulbil.evolve.selection.Rivalry} is the experiment: a population in which one part
 * of the founders has a real advantage and another a name that means nothing; both are handed down
 * and nothing mutates. {@link org.bulbil.evolve.selection.PriceEquation} says how much of a change
 * was selection.
 */
@NullMarked
package org.bulbil.evolve.selection;

import org.jspecify.annotations.NullMarked;
