/**
 * What is proven about our coins, on disk: transactions whose merkle proof fits a header that we
 * checked, the coins they made, the coins they spent. A block that leaves the best chain takes its
 * transactions' proof with it, by a join, with nothing to undo.
 */
@NullMarked
package org.bulbil.bitcoin.ledger;

import org.jspecify.annotations.NullMarked;
