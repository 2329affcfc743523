/**
 * What the directory authorities publish (dir-spec): the {@link org.bulbil.tor.directory.Consensus}
 * says who is in the network, a {@link org.bulbil.tor.directory.ServerDescriptor} what a relay says
 * of itself, signed. Documents are read tolerantly: an entry that makes no sense is named in {@link
 * org.bulbil.tor.directory.Skipped} and left out, the others stay.
 */
@NullMarked
package org.bulbil.tor.directory;

import org.jspecify.annotations.NullMarked;
