package org.bulbil.bitcoin.chain.esplora;

import io.avaje.jsonb.Json;
import java.util.List;
import org.bulbil.bitcoin.chain.MerkleProof;

/** A merkle branch; hashes in written form. */
@Json(naming = Json.Naming.LowerUnderscore)
record ProofMessage(int blockHeight, List<String> merkle, int pos) {

  MerkleProof proof() {
    return new MerkleProof(blockHeight, pos, merkle);
  }
}
