package org.bulbil.bitcoin.chain.esplora;

import io.avaje.jsonb.Json;
import java.util.Optional;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.chain.Tip;
import org.jspecify.annotations.Nullable;

/** Whether and where a transaction is confirmed. */
@Json(naming = Json.Naming.LowerUnderscore)
record StatusMessage(boolean confirmed, int blockHeight, @Nullable String blockHash) {

  Optional<Tip> block() {
    if (!confirmed) {
      return Optional.empty();
    }
    if (blockHash == null) {
      throw new IllegalArgumentException("confirmed in no block");
    }
    return Optional.of(new Tip(blockHeight, new BlockHash(blockHash)));
  }
}
