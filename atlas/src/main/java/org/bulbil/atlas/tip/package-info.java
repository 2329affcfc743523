/**
 * One donation over many relays of the map: whom it could go to, and what is kept of it so that
 * anybody can recompute it. Nothing in here holds a coin or a key.
 *
 * <p>The result of a split is an {@link org.bulbil.atlas.tip.Audit}: it is printed, written to a
 * file, paid from, and verified later.
 */
@NullMarked
package org.bulbil.atlas.tip;

import org.jspecify.annotations.NullMarked;
