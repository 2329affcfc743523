package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.BlockId;
import java.time.Instant;

/** Where a transaction is. */
public sealed interface Place {

  /**
   * In the block at {@code height}.
   *
   * @param position within the block; 0 is the coinbase
   */
  record Confirmed(int height, BlockId block, Instant time, int position) implements Place {}

  /** In the mempool, since then. */
  record Waiting(Instant since) implements Place {}
}
