/** Doubles and conveniences for the tests of every room: {@code core}'s test jar carries them. */
@NullMarked
package org.bulbil.core.testing;

import org.jspecify.annotations.NullMarked;
