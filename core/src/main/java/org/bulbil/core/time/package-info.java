/** Time as a port, and the length of a day. Nobody here reads a clock. */
@NullMarked
package org.bulbil.core.time;

import org.jspecify.annotations.NullMarked;
