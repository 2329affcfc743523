package org.bulbil.bitcoin.testing;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/** What waits for a block of a {@link TestingChain}, parents before their children. */
final class Mempool {

  private final SequencedMap<fr.acinq.bitcoin.TxId, Transaction> waiting = new LinkedHashMap<>();
  private final Map<OutPoint, Transaction> spenders = new HashMap<>();

  List<Transaction> all() {
    return List.copyOf(waiting.values());
  }

  void add(Transaction transaction) {
    waiting.put(transaction.txid, transaction);
    transaction.txIn.forEach(input -> spenders.put(input.outPoint, transaction));
  }

  /** Takes everything that {@code fits}, and leaves what spends an output of what does not. */
  List<Transaction> take(Predicate<Transaction> fits) {
    var taken = new ArrayList<Transaction>();
    for (var transaction : all()) {
      boolean isOrphan =
          transaction.txIn.stream().anyMatch(in -> find(in.outPoint.txid).isPresent());
      if (!isOrphan && fits.test(transaction)) {
        remove(transaction);
        taken.add(transaction);
      }
    }
    return taken;
  }

  private void remove(Transaction transaction) {
    waiting.remove(transaction.txid);
    transaction.txIn.forEach(input -> spenders.remove(input.outPoint, transaction));
  }

  /** Drops a transaction and what spends its outputs, as a full mempool does. */
  void drop(fr.acinq.bitcoin.TxId id) {
    find(id)
        .ifPresent(
            dropped -> {
              remove(dropped);
              for (int i = 0; i < dropped.txOut.size(); i++) {
                spender(new OutPoint(dropped, i)).ifPresent(child -> drop(child.txid));
              }
            });
  }

  /** What spends a coin of {@code transaction}. */
  List<Transaction> conflicts(Transaction transaction) {
    return transaction.txIn.stream()
        .flatMap(input -> spender(input.outPoint).stream())
        .distinct()
        .toList();
  }

  Optional<Transaction> find(fr.acinq.bitcoin.TxId id) {
    return Optional.ofNullable(waiting.get(id));
  }

  Optional<Transaction> spender(OutPoint point) {
    return Optional.ofNullable(spenders.get(point));
  }

  Optional<TxOut> output(OutPoint point) {
    return find(point.txid)
        .map(transaction -> transaction.txOut)
        .filter(outputs -> point.index < outputs.size())
        .map(outputs -> outputs.get((int) point.index));
  }
}
