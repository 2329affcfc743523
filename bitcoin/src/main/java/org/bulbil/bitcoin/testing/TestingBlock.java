package org.bulbil.bitcoin.testing;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.Crypto;
import fr.acinq.bitcoin.MerkleTree;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import java.util.ArrayList;
import java.util.List;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.chain.MerkleProof;
import org.bulbil.bitcoin.chain.Tip;

/** A block of a {@link TestingChain}, mined at regtest's difficulty. */
record TestingBlock(Tip tip, BlockHeader header, List<Transaction> transactions) {

  TestingBlock {
    transactions = List.copyOf(transactions);
  }

  static TestingBlock of(int height, BlockHeader header, List<Transaction> transactions) {
    return new TestingBlock(new Tip(height, BlockHash.of(header)), header, transactions);
  }

  int height() {
    return tip.height();
  }

  /** Finds the nonce, in two tries on average. */
  static TestingBlock mined(
      int height, BlockHeader former, long time, List<Transaction> transactions) {
    var root = MerkleTree.computeRoot(transactions.stream().map(tx -> tx.hash.value).toList());
    for (long nonce = 0; ; nonce++) {
      var header = new BlockHeader(4, former.hash, root, time, former.bits, nonce);
      if (BlockHeader.checkProofOfWork(header)) {
        return of(height, header, transactions);
      }
    }
  }

  MerkleProof proof(int index) {
    var branch = new ArrayList<String>();
    var row = transactions.stream().map(tx -> tx.hash.value).toList();
    for (int place = index; row.size() > 1; place >>= 1) {
      branch.add(written(row.get(Math.min(place ^ 1, row.size() - 1))));
      row = above(row);
    }
    return new MerkleProof(height(), index, branch);
  }

  /** The next row of the tree; the last of an odd row is paired with itself. */
  private static List<ByteVector32> above(List<ByteVector32> row) {
    var above = new ArrayList<ByteVector32>();
    for (int i = 0; i < row.size(); i += 2) {
      var right = row.get(Math.min(i + 1, row.size() - 1));
      above.add(new ByteVector32(Crypto.hash256(row.get(i).concat(right))));
    }
    return above;
  }

  private static String written(ByteVector32 hash) {
    return new TxId(hash.reversed()).value.toHex();
  }
}
