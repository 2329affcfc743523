package org.bulbil.sandbox.chain.esplora;

import io.avaje.jsonb.Json;
import java.util.Optional;
import org.bulbil.sandbox.chain.ledger.Place;

/** Whether a transaction is confirmed, and where. */
@Json(naming = Json.Naming.LowerUnderscore)
record StatusMessage(
    boolean confirmed,
    Optional<Integer> blockHeight,
    Optional<String> blockHash,
    Optional<Long> blockTime) {

  static StatusMessage of(Place place) {
    return switch (place) {
      case Place.Waiting _ ->
          new StatusMessage(false, Optional.empty(), Optional.empty(), Optional.empty());
      case Place.Confirmed it ->
          new StatusMessage(
              true,
              Optional.of(it.height()),
              Optional.of(it.block().toString()),
              Optional.of(it.time().getEpochSecond()));
    };
  }
}
