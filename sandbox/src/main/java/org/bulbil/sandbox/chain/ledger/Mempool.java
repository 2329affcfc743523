package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bulbil.sandbox.chain.rules.Coin;

/** Transactions that wait for a block, parents before children, no two spending the same coin. */
public final class Mempool {

  private final Map<TxId, MempoolEntry> entries = new LinkedHashMap<>();
  private final Map<OutPoint, Spender> spenders = new HashMap<>();
  private final Map<ScriptHash, Set<TxId>> scripts = new HashMap<>();
  private long virtualSize;

  void add(MempoolEntry entry) {
    var transaction = entry.spending().transaction();
    entries.put(entry.id(), entry);
    virtualSize += entry.virtualSize();
    for (int i = 0; i < transaction.txIn.size(); i++) {
      spenders.put(transaction.txIn.get(i).outPoint, new Spender(entry.id(), i));
    }
    for (ScriptHash script : touched(entry)) {
      scripts.computeIfAbsent(script, _ -> new LinkedHashSet<>()).add(entry.id());
    }
  }

  /** Takes out {@code ids}, whose children must be gone already or go along. */
  public void removeAll(Collection<TxId> ids) {
    ids.forEach(this::remove);
  }

  private void remove(TxId id) {
    var entry = entries.remove(id);
    if (entry != null) {
      virtualSize -= entry.virtualSize();
      entry.spending().coins().forEach(coin -> spenders.remove(coin.outPoint()));
      touched(entry).forEach(script -> forget(script, id));
    }
  }

  private void forget(ScriptHash script, TxId id) {
    scripts.computeIfPresent(
        script,
        (_, ids) -> {
          ids.remove(id);
          return ids.isEmpty() ? null : ids;
        });
  }

  private static Set<ScriptHash> touched(MempoolEntry entry) {
    var spending = entry.spending();
    return ScriptIndex.touched(
        spending.coins(), Coins.madeBy(spending.transaction(), 0, Coin.Source.PAYMENT));
  }

  public Optional<MempoolEntry> entry(TxId id) {
    return Optional.ofNullable(entries.get(id));
  }

  /** Whether this very transaction, with this very witness, is here: its scripts have been run. */
  public boolean contains(Transaction transaction) {
    return entry(transaction.txid)
        .filter(entry -> entry.spending().transaction().equals(transaction))
        .isPresent();
  }

  /** In the order of arrival. */
  public List<MempoolEntry> entries() {
    return List.copyOf(entries.values());
  }

  int size() {
    return entries.size();
  }

  long virtualSize() {
    return virtualSize;
  }

  Optional<Spender> spender(OutPoint outPoint) {
    return Optional.ofNullable(spenders.get(outPoint));
  }

  /** Those that touch {@code script}, in the order of arrival. */
  List<MempoolEntry> touching(ScriptHash script) {
    return scripts.getOrDefault(script, Set.of()).stream().map(this::existing).toList();
  }

  /** The output at {@code outPoint}, spent or not, as a coin of the block at {@code height}. */
  Optional<Coin> output(OutPoint outPoint, int height) {
    return entry(outPoint.txid)
        .map(entry -> entry.spending().transaction())
        .filter(transaction -> outPoint.index < transaction.txOut.size())
        .map(tx -> tx.txOut.get((int) outPoint.index))
        .map(output -> new Coin(outPoint, output, height, Coin.Source.PAYMENT));
  }

  /** {@code starts} and everything that spends from them, in no useful order. */
  public Set<TxId> withDescendants(Collection<TxId> starts) {
    return closure(starts, this::children);
  }

  /** All unconfirmed transactions that {@code transaction} builds on. */
  Set<TxId> ancestors(Transaction transaction) {
    return closure(parents(transaction).toList(), id -> parents(transaction(id)));
  }

  private Stream<TxId> parents(Transaction transaction) {
    return transaction.txIn.stream().map(in -> in.outPoint.txid).filter(entries::containsKey);
  }

  private Stream<TxId> children(TxId id) {
    var transaction = transaction(id);
    return IntStream.range(0, transaction.txOut.size())
        .mapToObj(i -> spender(new OutPoint(transaction, i)))
        .flatMap(Optional::stream)
        .map(Spender::transaction);
  }

  private static Set<TxId> closure(Collection<TxId> starts, Function<TxId, Stream<TxId>> next) {
    var found = new LinkedHashSet<TxId>(starts);
    var open = new ArrayDeque<TxId>(starts);
    while (!open.isEmpty()) {
      next.apply(open.remove()).filter(found::add).forEach(open::add);
    }
    return found;
  }

  private Transaction transaction(TxId id) {
    return existing(id).spending().transaction();
  }

  private MempoolEntry existing(TxId id) {
    return entry(id).orElseThrow(() -> new IllegalStateException(id + " is not in the mempool"));
  }

  /** The mempool transactions that spend a coin of {@code transaction}, and are not it. */
  public Set<TxId> rivals(Transaction transaction) {
    var rivals = new LinkedHashSet<TxId>();
    transaction.txIn.forEach(
        input -> spender(input.outPoint).map(Spender::transaction).ifPresent(rivals::add));
    rivals.remove(transaction.txid);
    return rivals;
  }

  List<MempoolEntry> clear() {
    var all = new ArrayList<>(entries.values());
    entries.clear();
    spenders.clear();
    scripts.clear();
    virtualSize = 0;
    return all;
  }
}
