package org.bulbil.sandbox.chain.esplora;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bulbil.sandbox.chain.ledger.Located;

/** A transaction. */
@Json
record TransactionMessage(
    String txid,
    long version,
    long locktime,
    List<InputMessage> vin,
    List<OutputMessage> vout,
    int size,
    int weight,
    long fee,
    StatusMessage status) {

  static TransactionMessage of(Located located) {
    var transaction = located.transaction();
    return new TransactionMessage(
        located.id().toString(),
        transaction.version,
        transaction.lockTime,
        inputs(located),
        transaction.txOut.stream().map(OutputMessage::of).toList(),
        transaction.totalSize(),
        transaction.weight(),
        located.fee().value(),
        StatusMessage.of(located.place()));
  }

  private static List<InputMessage> inputs(Located located) {
    var inputs = located.transaction().txIn;
    return IntStream.range(0, inputs.size())
        .mapToObj(
            i ->
                InputMessage.of(
                    inputs.get(i),
                    located.isCoinbase() ? Optional.empty() : Optional.of(located.coins().get(i))))
        .toList();
  }
}
