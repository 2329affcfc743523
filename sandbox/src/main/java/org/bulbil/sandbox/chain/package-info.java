/**
 * A Bitcoin regtest chain inside this program: it mines, keeps a mempool, and holds to consensus.
 *
 * <p>{@link org.bulbil.sandbox.chain.RegtestChain} is the node. {@link
 * org.bulbil.sandbox.chain.Miner} gives it a pulse, a {@link org.bulbil.sandbox.chain.SandboxPurse}
 * is how the sandbox's own actors hold money, and {@link org.bulbil.sandbox.chain.EventLog} is how
 * an observer follows what happens. What is valid stands in {@code rules}, what is remembered in
 * {@code ledger}; {@code esplora} and {@code electrum} show the chain to the outside world over the
 * two protocols that wallets speak.
 */
@NullMarked
package org.bulbil.sandbox.chain;

import org.jspecify.annotations.NullMarked;
