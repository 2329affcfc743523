/**
 * What the map finds out by itself about the money of relays and about what they say of it: {@link
 * org.bulbil.atlas.watch.ChainWatch} reads the chain of every address that was found, {@link
 * org.bulbil.atlas.watch.PageWatch} reads the status pages of our own relays and lays them beside
 * directory and chain. Nobody is believed alone.
 */
@NullMarked
package org.bulbil.atlas.watch;

import org.jspecify.annotations.NullMarked;
