/** TODO tour. */
@NullMarked
package org.bulbil.bitcoin;

import org.jspecify.annotations.NullMarked;
