package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.TxOut;

/**
 * The SHA-256 of an output script: what the chain's index is sorted by.
 *
 * @param value in the order of the hash function, as Esplora writes it; Electrum reverses it
 */
public record ScriptHash(ByteVector32 value) {

  public static ScriptHash of(ByteVector script) {
    return new ScriptHash(script.sha256());
  }

  static ScriptHash of(TxOut output) {
    return of(output.publicKeyScript);
  }
}
