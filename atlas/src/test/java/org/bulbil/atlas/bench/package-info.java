/** Figures of the map on the real network; {@code bench/} holds a command for each. */
@NullMarked
package org.bulbil.atlas.bench;

import org.jspecify.annotations.NullMarked;
