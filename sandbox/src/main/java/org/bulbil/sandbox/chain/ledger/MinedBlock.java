package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.Block;
import fr.acinq.bitcoin.BlockHash;
import fr.acinq.bitcoin.BlockId;
import java.time.Instant;
import java.util.List;
import org.bulbil.sandbox.chain.rules.Sizes;
import org.bulbil.sandbox.chain.rules.Spending;

/**
 * A block of the best chain.
 *
 * @param medianTimePast of this block and its ten predecessors, in seconds since 1970
 * @param payments its transactions but the coinbase, with what they spent
 */
public record MinedBlock(Block block, int height, long medianTimePast, List<Spending> payments) {

  public MinedBlock {
    payments = List.copyOf(payments);
  }

  public BlockHash hash() {
    return block.hash;
  }

  /** The hash as people and servers write it. */
  public BlockId id() {
    return block.blockId;
  }

  public Instant time() {
    return Instant.ofEpochSecond(block.header.time);
  }

  public int weight() {
    return Sizes.weight(block);
  }

  public int bytes() {
    return Sizes.bytes(block);
  }
}
