/** What is rented, where, until when, and for how much. */
@NullMarked
package org.bulbil.core.lease;

import org.jspecify.annotations.NullMarked;
