package org.bulbil.sandbox.chain.esplora;

import io.avaje.jsonb.Json;
import org.bulbil.sandbox.chain.ledger.Unspent;

/** A coin that can be spent. */
@Json
record UnspentMessage(String txid, long vout, StatusMessage status, long value) {

  static UnspentMessage of(Unspent unspent) {
    var outPoint = unspent.coin().outPoint();
    return new UnspentMessage(
        outPoint.txid.toString(),
        outPoint.index,
        StatusMessage.of(unspent.place()),
        unspent.coin().amount().value());
  }
}
