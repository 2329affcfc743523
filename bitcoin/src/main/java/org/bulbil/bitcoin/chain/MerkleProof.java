package org.bulbil.bitcoin.chain;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The branch of hashes that ties a transaction to the merkle root of its block.
 *
 * @param height of the block
 * @param position of the transaction in the block, from 0
 * @param branch sibling hashes from the bottom up, in written (reversed) form
 */
public record MerkleProof(int height, int position, List<String> branch) {

  /** 2^24 transactions would be a block of a gigabyte. */
  private static final int DEPTH_MAX = 24;

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public MerkleProof {
    branch = List.copyOf(branch);
    if (!Tip.isHeight(height) || branch.size() > DEPTH_MAX) {
      throw new IllegalArgumentException("not a merkle proof: " + height + ", " + branch.size());
    }
    if (!branch.stream().allMatch(hash -> HASH.matcher(hash).matches())) {
      throw new IllegalArgumentException("not hashes: " + branch.getFirst());
    }
    if (position < 0 || position >= 1L << branch.size()) {
      throw new IllegalArgumentException("no place " + position + " in a tree of " + branch.size());
    }
  }
}
