/**
 * The world of autonomous relays on one machine, with nothing faked that can be real. {@code chain}
 * is a regtest chain that is checked by consensus rules and served as Esplora and Electrum serve
 * it; {@code provider} rents out servers as SporeStack does, each a process group with an address
 * and a disk; {@code network} is a private Tor network with a bandwidth scanner; {@code donors}
 * give, {@code witness} watches from outside and keeps the account; {@code world} puts them
 * together, and {@code storm} kills at random what lives in it.
 *
 * <p>Nothing here shares a line with the clients that it serves: each checks the other.
 */
@NullMarked
package org.bulbil.sandbox;

import org.jspecify.annotations.NullMarked;
