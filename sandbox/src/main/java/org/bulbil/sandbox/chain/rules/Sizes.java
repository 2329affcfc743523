package org.bulbil.sandbox.chain.rules;

import fr.acinq.bitcoin.Block;
import fr.acinq.bitcoin.Transaction;

/** How much room things take (BIP141). */
public final class Sizes {

  private static final int HEADER_BYTES = 80;

  private Sizes() {}

  /** Weight / 4, rounded up: what a fee rate is paid for. */
  public static long virtualSize(Transaction transaction) {
    return Math.ceilDiv(Transaction.weight(transaction), 4);
  }

  public static int weight(Block block) {
    int transactions = block.tx.stream().mapToInt(tx -> tx.weight()).sum();
    return transactions + 4 * overhead(block);
  }

  /** Bytes of the whole block as it goes over the wire. */
  public static int bytes(Block block) {
    return block.tx.stream().mapToInt(tx -> tx.totalSize()).sum() + overhead(block);
  }

  private static int overhead(Block block) {
    int count = block.tx.size();
    return HEADER_BYTES + (count < 0xfd ? 1 : count <= 0xffff ? 3 : 5);
  }
}
