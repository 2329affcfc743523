/**
 * Who does better, and how sure that is. {@link org.bulbil.evolve.contest.Contender} names
 * everything that is compared; a {@link org.bulbil.evolve.contest.Trial} lets one live many lives,
 * and {@link org.bulbil.evolve.contest.Findings} is what came of them.
 */
@NullMarked
package org.bulbil.evolve.contest;

import org.jspecify.annotations.NullMarked;
