/**
 * Words for one reader: {@link org.bulbil.tor.seal.Sealed} closes bytes so that only the owner of
 * one X25519 key can open them. What is sealed to a relay is sealed to the ntor onion key of its
 * signed descriptor. {@link org.bulbil.tor.seal.Ed25519} is the other way round: words of one
 * writer, for everybody.
 */
@NullMarked
package org.bulbil.tor.seal;

import org.jspecify.annotations.NullMarked;
