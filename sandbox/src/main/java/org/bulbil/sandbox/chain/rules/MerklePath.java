package org.bulbil.sandbox.chain.rules;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.Crypto;
import fr.acinq.bitcoin.Transaction;
import java.util.ArrayList;
import java.util.List;

/** Proofs that a block contains a transaction: hashes in the order of the hash function. */
public final class MerklePath {

  private MerklePath() {}

  /**
   * The sibling on every level from the transaction at {@code position} up to below the root.
   *
   * @param position 0 to the number of transactions - 1
   */
  public static List<ByteVector32> siblings(List<Transaction> transactions, int position) {
    return levels(transactions).stream()
        .filter(level -> level.size() > 1)
        .map(new Climb(position)::sibling)
        .toList();
  }

  /** All levels of the tree, from the transactions to the root. */
  public static List<List<ByteVector32>> levels(List<Transaction> transactions) {
    var levels = new ArrayList<List<ByteVector32>>();
    var level = transactions.stream().map(transaction -> transaction.hash.value).toList();
    levels.add(level);
    while (level.size() > 1) {
      level = above(level);
      levels.add(level);
    }
    return levels;
  }

  private static List<ByteVector32> above(List<ByteVector32> level) {
    var parents = new ArrayList<ByteVector32>();
    for (int i = 0; i < level.size(); i += 2) {
      parents.add(parent(level.get(i), level.get(Math.min(i + 1, level.size() - 1))));
    }
    return parents;
  }

  private static ByteVector32 parent(ByteVector left, ByteVector right) {
    return new ByteVector32(Crypto.hash256(left.concat(right)));
  }

  /** The way up: on each level half the index. */
  private static final class Climb {

    private int index;

    Climb(int index) {
      this.index = index;
    }

    ByteVector32 sibling(List<ByteVector32> level) {
      int sibling = Math.min(index ^ 1, level.size() - 1);
      index /= 2;
      return level.get(sibling);
    }
  }
}
