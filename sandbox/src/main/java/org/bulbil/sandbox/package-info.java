/** TODO tour. */
@NullMarked
package org.bulbil.sandbox;

import org.jspecify.annotations.NullMarked;
