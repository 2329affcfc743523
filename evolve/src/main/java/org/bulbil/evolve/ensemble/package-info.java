/**
 * Many worlds of one scenario: our relays and rivals, each with the same luck, over and over again.
 *
 * <p>{@link org.bulbil.evolve.ensemble.Ensemble} runs the rounds, several at once; each {@link
 * org.bulbil.evolve.ensemble.Round} is one seed, lived by each {@link
 * org.bulbil.evolve.ensemble.Entrant}, and {@link org.bulbil.evolve.ensemble.Track} is what is kept
 * of a world. Nothing of it depends on the number of threads.
 */
@NullMarked
package org.bulbil.evolve.ensemble;

import org.jspecify.annotations.NullMarked;
