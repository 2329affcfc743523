/** TODO tour. */
@NullMarked
package org.bulbil.tor;

import org.jspecify.annotations.NullMarked;
