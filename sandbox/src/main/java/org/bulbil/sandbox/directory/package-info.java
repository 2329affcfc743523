/**
 * What anybody can read of the relays: {@link org.bulbil.sandbox.directory.PublicDirectory} asks an
 * authority for consensus and descriptors, and a {@link org.bulbil.sandbox.directory.Listing} is
 * what both say of one relay. Donors and the witness know of relays only from here.
 */
@NullMarked
package org.bulbil.sandbox.directory;

import org.jspecify.annotations.NullMarked;
