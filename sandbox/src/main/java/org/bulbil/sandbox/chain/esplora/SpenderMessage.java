package org.bulbil.sandbox.chain.esplora;

import io.avaje.jsonb.Json;
import java.util.Optional;

/** What spends an output. */
@Json
record SpenderMessage(
    boolean spent, Optional<String> txid, Optional<Integer> vin, Optional<StatusMessage> status) {

  static final SpenderMessage UNSPENT =
      new SpenderMessage(false, Optional.empty(), Optional.empty(), Optional.empty());
}
