/** TODO tour. */
@NullMarked
package org.bulbil.agent;

import org.jspecify.annotations.NullMarked;
