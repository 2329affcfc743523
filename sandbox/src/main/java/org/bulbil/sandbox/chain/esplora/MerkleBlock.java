package org.bulbil.sandbox.chain.esplora;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.ByteVector32;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.bulbil.sandbox.chain.ledger.MinedBlock;
import org.bulbil.sandbox.chain.rules.MerklePath;

/** The proof of one transaction in the form of Bitcoin Core's {@code gettxoutproof} (BIP37). */
final class MerkleBlock {

  private final List<List<ByteVector32>> levels;
  private final int position;
  private final List<ByteVector32> hashes = new ArrayList<>();
  private final BitSet flags = new BitSet();
  private int flagCount;

  private MerkleBlock(List<List<ByteVector32>> levels, int position) {
    this.levels = levels;
    this.position = position;
  }

  static byte[] proof(MinedBlock block, int position) {
    var transactions = block.block().tx;
    var proof = new MerkleBlock(MerklePath.levels(transactions), position);
    proof.descend(proof.levels.size() - 1, 0);
    return proof.write(block.block().header, transactions.size());
  }

  /** Writes the part of the tree under one node: flags from the top, hashes where it stops. */
  private void descend(int level, int index) {
    boolean onTheWay = position >> level == index;
    flags.set(flagCount++, onTheWay);
    if (level == 0 || !onTheWay) {
      hashes.add(levels.get(level).get(index));
      return;
    }
    descend(level - 1, 2 * index);
    if (2 * index + 1 < levels.get(level - 1).size()) {
      descend(level - 1, 2 * index + 1);
    }
  }

  private byte[] write(BlockHeader header, int transactions) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(BlockHeader.write(header));
    out.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(transactions).array());
    // Both counts stay below 253, so that they fit one byte: a tree of 2^16 leaves has 16 levels.
    out.write(hashes.size());
    hashes.forEach(hash -> out.writeBytes(hash.toByteArray()));
    int flagBytes = Math.ceilDiv(flagCount, 8);
    out.write(flagBytes);
    for (int i = 0; i < flagBytes; i++) {
      out.write(flagByte(i));
    }
    return out.toByteArray();
  }

  private int flagByte(int index) {
    int value = 0;
    for (int bit = 0; bit < 8; bit++) {
      value |= flags.get(8 * index + bit) ? 1 << bit : 0;
    }
    return value;
  }
}
