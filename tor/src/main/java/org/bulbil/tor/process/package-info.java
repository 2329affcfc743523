/**
 * One tor process: {@link org.bulbil.tor.process.TorBinary} is found and its version checked,
 * {@link org.bulbil.tor.process.RelaySettings} become a {@link org.bulbil.tor.process.Torrc}, and
 * {@link org.bulbil.tor.process.TorProcess} starts it, or adopts the one that outlived us.
 */
@NullMarked
package org.bulbil.tor.process;

import org.jspecify.annotations.NullMarked;
