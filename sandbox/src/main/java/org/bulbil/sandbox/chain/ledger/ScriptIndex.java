package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.TxId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulbil.sandbox.chain.rules.Coin;

/** The histories of all scripts that the best chain has seen. */
final class ScriptIndex {

  private static final ScriptHistory EMPTY = new ScriptHistory();

  private final Map<ScriptHash, ScriptHistory> histories = new HashMap<>();

  ScriptHistory of(ScriptHash script) {
    return histories.getOrDefault(script, EMPTY);
  }

  void add(TxId transaction, List<Coin> spent, List<Coin> made) {
    touched(spent, made).forEach(script -> mutable(script).touch(transaction));
    spent.forEach(coin -> mutable(hash(coin)).spend(coin));
    made.forEach(coin -> mutable(hash(coin)).fund(coin));
  }

  /** Undoes the latest {@link #add}. */
  void remove(List<Coin> spent, List<Coin> made) {
    made.forEach(coin -> mutable(hash(coin)).unfund(coin));
    spent.forEach(coin -> mutable(hash(coin)).unspend(coin));
    touched(spent, made).forEach(script -> mutable(script).untouch());
    touched(spent, made).forEach(this::forgetIfEmpty);
  }

  static Set<ScriptHash> touched(List<Coin> spent, List<Coin> made) {
    var scripts = new LinkedHashSet<ScriptHash>();
    spent.forEach(coin -> scripts.add(hash(coin)));
    made.forEach(coin -> scripts.add(hash(coin)));
    return scripts;
  }

  private static ScriptHash hash(Coin coin) {
    return ScriptHash.of(coin.output());
  }

  private ScriptHistory mutable(ScriptHash script) {
    return histories.computeIfAbsent(script, _ -> new ScriptHistory());
  }

  private void forgetIfEmpty(ScriptHash script) {
    histories.computeIfPresent(script, (_, history) -> history.isEmpty() ? null : history);
  }
}
