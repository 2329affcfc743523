package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.TxId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.rules.Coin;

/** What the best chain knows of one script. Changes are undone in the reverse order. */
final class ScriptHistory {

  private final List<TxId> transactions = new ArrayList<>();
  private final Map<OutPoint, Coin> unspent = new LinkedHashMap<>();
  private int fundedCount;
  private int spentCount;
  private long funded;
  private long spent;

  void touch(TxId transaction) {
    transactions.add(transaction);
  }

  void untouch() {
    transactions.removeLast();
  }

  void fund(Coin coin) {
    unspent.put(coin.outPoint(), coin);
    fundedCount++;
    funded += coin.amount().value();
  }

  void unfund(Coin coin) {
    unspent.remove(coin.outPoint());
    fundedCount--;
    funded -= coin.amount().value();
  }

  void spend(Coin coin) {
    unspent.remove(coin.outPoint());
    spentCount++;
    spent += coin.amount().value();
  }

  void unspend(Coin coin) {
    unspent.put(coin.outPoint(), coin);
    spentCount--;
    spent -= coin.amount().value();
  }

  boolean isEmpty() {
    return transactions.isEmpty();
  }

  /** In the order of the chain. */
  List<TxId> transactions() {
    return transactions;
  }

  Collection<Coin> unspent() {
    return unspent.values();
  }

  Turnover turnover() {
    return new Turnover(
        fundedCount, Sats.of(funded), spentCount, Sats.of(spent), transactions.size());
  }
}
