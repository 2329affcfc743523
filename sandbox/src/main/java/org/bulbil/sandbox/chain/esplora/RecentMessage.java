package org.bulbil.sandbox.chain.esplora;

import io.avaje.jsonb.Json;
import org.bulbil.sandbox.chain.ledger.MempoolEntry;

/** A line about a waiting transaction. */
@Json
record RecentMessage(String txid, long fee, long vsize, long value) {

  static RecentMessage of(MempoolEntry entry) {
    var outputs = entry.spending().transaction().txOut;
    return new RecentMessage(
        entry.id().toString(),
        entry.fee().value(),
        entry.virtualSize(),
        outputs.stream().mapToLong(output -> output.amount.toLong()).sum());
  }
}
