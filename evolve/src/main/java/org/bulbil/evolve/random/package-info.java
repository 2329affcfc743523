/**
 * Chance without a state. {@link org.bulbil.evolve.random.Keyed} answers the same question with the
 * same number, whoever asks and in whatever order: that is what makes results independent of the
 * number of threads, and lets two policies live through the very same luck.
 */
@NullMarked
package org.bulbil.evolve.random;

import org.jspecify.annotations.NullMarked;
