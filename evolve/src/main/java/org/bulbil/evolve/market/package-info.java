/**
 * What a payment cost on each day, and what a bitcoin was worth. {@link
 * org.bulbil.evolve.market.Market} is read from two CSV files, checked line by line; {@link
 * org.bulbil.evolve.market.TrailingQuantiles} says what was cheap by the last months.
 */
@NullMarked
package org.bulbil.evolve.market;

import org.jspecify.annotations.NullMarked;
