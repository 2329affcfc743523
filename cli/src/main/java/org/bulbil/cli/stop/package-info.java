/**
 * {@code bulbil stop}: a launcher's key for orders, an order signed with it, and bringing it to
 * relays.
 */
@NullMarked
package org.bulbil.cli.stop;

import org.jspecify.annotations.NullMarked;
