/**
 * An observer who knows nothing but what outsiders can know: the chain, the provider's book and the
 * directory. {@link org.bulbil.sandbox.witness.Witness} turns them into the life events of relays,
 * {@link org.bulbil.sandbox.witness.Clusters} says whose coins are whose, {@link
 * org.bulbil.sandbox.witness.Statement} is the account of one relay as the chain has it, and {@link
 * org.bulbil.sandbox.witness.Audit} holds it against what the relays say of themselves.
 */
@NullMarked
package org.bulbil.sandbox.witness;

import org.jspecify.annotations.NullMarked;
