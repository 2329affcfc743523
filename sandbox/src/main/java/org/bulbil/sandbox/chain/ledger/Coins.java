package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bulbil.sandbox.chain.rules.Coin;
import org.bulbil.sandbox.chain.rules.Spending;

/** Where unspent coins are looked up. */
@FunctionalInterface
interface Coins {

  Optional<Coin> unspent(OutPoint outPoint);

  /** {@code transaction} with its coins; empty where one of them does not exist or is spent. */
  default Optional<Spending> resolve(Transaction transaction) {
    var coins = new ArrayList<Coin>();
    for (TxIn input : transaction.txIn) {
      unspent(input.outPoint).ifPresent(coins::add);
    }
    return coins.size() == transaction.txIn.size()
        ? Optional.of(new Spending(transaction, coins))
        : Optional.empty();
  }

  /** What {@code transaction} makes in a block at {@code height}. */
  static List<Coin> madeBy(Transaction transaction, int height, Coin.Source source) {
    return IntStream.range(0, transaction.txOut.size())
        .mapToObj(
            i -> new Coin(new OutPoint(transaction, i), transaction.txOut.get(i), height, source))
        .toList();
  }
}
