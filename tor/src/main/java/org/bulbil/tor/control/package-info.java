/**
 * Tor's control port (control-spec), over a unix socket with its cookie. {@link
 * org.bulbil.tor.control.ControlPort} asks and tells; {@link org.bulbil.tor.control.Circuits}
 * builds paths of chosen relays. Every exchange ends within its patience and as an outcome,
 * whatever the other side sends.
 */
@NullMarked
package org.bulbil.tor.control;

import org.jspecify.annotations.NullMarked;
