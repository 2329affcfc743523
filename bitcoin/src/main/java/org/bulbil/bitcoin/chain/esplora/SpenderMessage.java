package org.bulbil.bitcoin.chain.esplora;

import io.avaje.jsonb.Json;
import java.util.Optional;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.Sighting;
import org.jspecify.annotations.Nullable;

/** Who spends an output. */
@Json
record SpenderMessage(boolean spent, @Nullable String txid, @Nullable StatusMessage status) {

  Optional<Sighting> sighting() {
    if (!spent) {
      return Optional.empty();
    }
    if (txid == null || status == null) {
      throw new IllegalArgumentException("spent by nobody");
    }
    return Optional.of(new Sighting(new TxId(txid), status.block()));
  }
}
