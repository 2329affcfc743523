/**
 * Looking at relays: {@code bulbil status}, {@code relays} and {@code explain}. A {@link
 * org.bulbil.cli.relays.Place} is a status page or an agent's own folder; {@link
 * org.bulbil.cli.relays.Report} is what the relay says of itself there, and nobody else's word.
 */
@NullMarked
package org.bulbil.cli.relays;

import org.jspecify.annotations.NullMarked;
