/**
 * Histories as Onionoo draws them: a few hundred small whole numbers and a factor.
 *
 * <p>What was seen, as {@link org.bulbil.atlas.history.Observation}s, becomes graphs by {@link
 * org.bulbil.atlas.history.GraphCompiler}; a {@link org.bulbil.atlas.history.Series} is one
 * quantity in up to four of them, and a {@link org.bulbil.atlas.history.Chronicle} names the
 * document that several stand in, which {@link org.bulbil.atlas.history.HistoryDocument} and {@link
 * org.bulbil.atlas.history.HistoryWriter} read and write.
 */
@NullMarked
package org.bulbil.atlas.history;

import org.jspecify.annotations.NullMarked;
