/** TODO tour. */
@NullMarked
package org.bulbil.hosting;

import org.jspecify.annotations.NullMarked;
