/** Giving on: what is left at the end, and what a child gets to begin with. */
@NullMarked
package org.bulbil.agent.will;

import org.jspecify.annotations.NullMarked;
