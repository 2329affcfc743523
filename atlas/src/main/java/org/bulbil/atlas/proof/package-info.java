/**
 * Whether a relay and a wallet belong together. {@link org.bulbil.atlas.proof.ProofPage} fetches
 * what the relay shows, {@link org.bulbil.atlas.proof.Trial} judges it beside the signed
 * descriptor, check by check. The command {@code verify} prints that, the map remembers it.
 */
@NullMarked
package org.bulbil.atlas.proof;

import org.jspecify.annotations.NullMarked;
