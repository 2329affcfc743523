/**
 * A private Tor network on this machine, of real tor processes: three directory authorities, one
 * exit and one client. The relays in between are whoever takes {@link
 * org.bulbil.sandbox.network.SandboxNetwork#relayLines} into its torrc.
 *
 * <p>{@link org.bulbil.sandbox.network.SandboxNetwork} is the door. Behind it, an {@link
 * org.bulbil.sandbox.network.Authority} is one of the three, {@link
 * org.bulbil.sandbox.network.Client} fetches pages through circuits of chosen relays, and {@link
 * org.bulbil.sandbox.network.BandwidthScanner} measures every relay in that way and tells the
 * authorities, so that clients prefer the faster ones.
 */
@NullMarked
package org.bulbil.sandbox.network;

import org.jspecify.annotations.NullMarked;
