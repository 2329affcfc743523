/**
 * One relay's life in a market, day by day. {@link org.bulbil.evolve.replay.Replay} is the
 * calendar, {@link org.bulbil.evolve.replay.Relay} the money and the lease, to the satoshi and to
 * the cent, and a {@link org.bulbil.evolve.replay.Keeper} the one who decides.
 */
@NullMarked
package org.bulbil.evolve.replay;

import org.jspecify.annotations.NullMarked;
