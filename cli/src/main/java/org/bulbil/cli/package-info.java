/** TODO tour. */
@NullMarked
package org.bulbil.cli;

import org.jspecify.annotations.NullMarked;
