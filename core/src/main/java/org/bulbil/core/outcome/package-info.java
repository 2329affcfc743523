/** How an act on the outside world ended: done, refused, or unknown. */
@NullMarked
package org.bulbil.core.outcome;

import org.jspecify.annotations.NullMarked;
