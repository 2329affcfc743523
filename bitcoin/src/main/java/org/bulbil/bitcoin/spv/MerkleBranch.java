package org.bulbil.bitcoin.spv;

import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.Crypto;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.MerkleProof;

/** The arithmetic of merkle branches. */
final class MerkleBranch {

  private static final int HASH_BYTES = 32;

  private MerkleBranch() {}

  /** The root at which the branch of {@code proof} ends, starting from {@code transaction}. */
  static ByteVector32 root(TxId transaction, MerkleProof proof) {
    var hash = transaction.merkleLeaf();
    int position = proof.position();
    for (var sibling : proof.branch()) {
      var other = new TxId(sibling).merkleLeaf();
      hash = (position & 1) == 0 ? both(hash, other) : both(other, hash);
      position >>= 1;
    }
    return new ByteVector32(hash);
  }

  private static byte[] both(byte[] left, byte[] right) {
    var pair = new byte[2 * HASH_BYTES];
    System.arraycopy(left, 0, pair, 0, HASH_BYTES);
    System.arraycopy(right, 0, pair, HASH_BYTES, HASH_BYTES);
    return Crypto.hash256(pair);
  }
}
