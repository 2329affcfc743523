package org.bulbil.sandbox.chain.esplora;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.Crypto;
import fr.acinq.bitcoin.TxHash;
import fr.acinq.bitcoin.TxId;

/** How a client checks a merkle proof. */
final class Proofs {

  private Proofs() {}

  static ByteVector32 root(TxId id, JsonTree proof) {
    var hash = new TxHash(id).value;
    long position = proof.at("pos").number();
    for (JsonTree sibling : proof.at("merkle").children()) {
      var other = new ByteVector32(sibling.text()).reversed();
      hash = position % 2 == 0 ? parent(hash, other) : parent(other, hash);
      position /= 2;
    }
    return hash;
  }

  private static ByteVector32 parent(ByteVector left, ByteVector right) {
    return new ByteVector32(Crypto.hash256(left.concat(right)));
  }
}
