/**
 * The state of one node: the {@link org.bulbil.sandbox.chain.ledger.Ledger} of the best chain, the
 * {@link org.bulbil.sandbox.chain.ledger.Mempool} on top of it, and what follows from both.
 *
 * <p>{@link org.bulbil.sandbox.chain.ledger.Admission} decides who may enter the mempool, {@link
 * org.bulbil.sandbox.chain.ledger.Assembler} makes the next block of it, {@link
 * org.bulbil.sandbox.chain.ledger.ChainView} answers questions. Everything is kept in memory and
 * indexed by transaction, by outpoint and by script, so that a question costs what its answer is
 * long. Nothing here is safe for several threads: {@code RegtestChain} guards it.
 */
@NullMarked
package org.bulbil.sandbox.chain.ledger;

import org.jspecify.annotations.NullMarked;
