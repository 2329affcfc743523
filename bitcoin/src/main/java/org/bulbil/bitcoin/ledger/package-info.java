/**
 * Whose coins are whose. {@link org.bulbil.bitcoin.ledger.Ledger} keeps the transactions whose
 * merkle proof fitted a header that we checked; {@link org.bulbil.bitcoin.ledger.Judgement} works
 * out, from these and from the {@link org.bulbil.bitcoin.ledger.Claim claims} that we have signed,
 * what can be spent, which claim counts and where every satoshi went. A block that leaves the best
 * chain takes its transactions' proof with it, with nothing to undo.
 */
@NullMarked
package org.bulbil.bitcoin.ledger;

import org.jspecify.annotations.NullMarked;
