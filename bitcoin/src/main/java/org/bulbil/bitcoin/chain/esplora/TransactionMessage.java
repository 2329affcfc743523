package org.bulbil.bitcoin.chain.esplora;

import io.avaje.jsonb.Json;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.Sighting;

/** A transaction in a list; inputs and outputs are left to its raw form, which can be checked. */
@Json
record TransactionMessage(String txid, StatusMessage status) {

  Sighting sighting() {
    return new Sighting(new TxId(txid), status.block());
  }
}
