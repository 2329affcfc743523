/**
 * The map's own reading of the network, without Onionoo between: a directory authority or a folder
 * as CollecTor keeps it. {@link org.bulbil.atlas.directory.NetworkView} is what was read and proven
 * of one moment; {@link org.bulbil.atlas.directory.RelayWriter} makes Onionoo's details of it and
 * of what was known before. Where a relay is on the globe is not in these documents and is not
 * guessed.
 */
@NullMarked
package org.bulbil.atlas.directory;

import org.jspecify.annotations.NullMarked;
