package org.bulbil.sandbox.chain.esplora;

import io.avaje.jsonb.Json;
import org.bulbil.sandbox.chain.ledger.Turnover;

/** What a script has seen, in blocks or in the mempool. */
@Json(naming = Json.Naming.LowerUnderscore)
record TurnoverMessage(
    int fundedTxoCount, long fundedTxoSum, int spentTxoCount, long spentTxoSum, int txCount) {

  static TurnoverMessage of(Turnover turnover) {
    return new TurnoverMessage(
        turnover.fundedCount(),
        turnover.funded().value(),
        turnover.spentCount(),
        turnover.spent().value(),
        turnover.transactions());
  }
}
