/**
 * What the sandbox chain holds to be valid, as pure functions.
 *
 * <p>{@link org.bulbil.sandbox.chain.rules.TransactionRules} looks at a transaction alone, {@link
 * org.bulbil.sandbox.chain.rules.SpendingRules} at a transaction with the coins it spends, {@link
 * org.bulbil.sandbox.chain.rules.BlockRules} at a block on its predecessor: these three are
 * consensus. {@link org.bulbil.sandbox.chain.rules.StandardRules} and {@link
 * org.bulbil.sandbox.chain.rules.ReplacementRules} are what a node asks before it relays. A broken
 * rule is a {@link org.bulbil.sandbox.chain.rules.Breach}, under the name that Bitcoin Core gives
 * it. {@link org.bulbil.sandbox.chain.rules.Regtest} holds the parameters of the network.
 *
 * <p>Not checked: the limits on signature operations, and difficulty, which regtest never changes.
 */
@NullMarked
package org.bulbil.sandbox.chain.rules;

import org.jspecify.annotations.NullMarked;
