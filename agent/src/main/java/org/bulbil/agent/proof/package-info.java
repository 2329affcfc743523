/**
 * The wallet's half of the two-way proof: {@link org.bulbil.agent.proof.Prover} has the wallet sign
 * whose it is. The relay's half is its contact line, which names the wallet's address.
 */
@NullMarked
package org.bulbil.agent.proof;

import org.jspecify.annotations.NullMarked;
