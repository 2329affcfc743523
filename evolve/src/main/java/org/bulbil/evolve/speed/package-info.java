/** How fast worlds live on this machine: {@link org.bulbil.evolve.speed.Lap} measures. */
@NullMarked
package org.bulbil.evolve.speed;

import org.jspecify.annotations.NullMarked;
