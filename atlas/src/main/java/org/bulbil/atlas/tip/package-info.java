/**
 * One donation over many relays of the map: whom it could go to, and what is kept of it so that
 * anybody can recompute it. Nothing in here holds a coin or a key.
 *
 * <p>{@link org.bulbil.atlas.tip.Choosing} goes through a snapshot by a donor's {@link
 * org.bulbil.atlas.tip.Choice} and makes {@link org.bulbil.atlas.tip.Evidence} of it, all that the
 * rule will see; {@link org.bulbil.atlas.tip.Tip} puts that through the rule. The result of a split
 * is an {@link org.bulbil.atlas.tip.Audit}: it is printed, written to a file, paid from, and
 * verified later by {@link org.bulbil.atlas.tip.Recheck} and {@link org.bulbil.atlas.tip.OnChain}.
 */
@NullMarked
package org.bulbil.atlas.tip;

import org.jspecify.annotations.NullMarked;
