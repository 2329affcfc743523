/**
 * What many lives and many worlds say, and how sure that is: {@link
 * org.bulbil.evolve.statistics.Interval} for means and shares, {@link
 * org.bulbil.evolve.statistics.Survival} for how long something lives.
 */
@NullMarked
package org.bulbil.evolve.statistics;

import org.jspecify.annotations.NullMarked;
