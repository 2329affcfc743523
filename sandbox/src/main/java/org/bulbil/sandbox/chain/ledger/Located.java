package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import java.util.List;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.rules.Coin;
import org.bulbil.sandbox.chain.rules.Spending;

/**
 * A transaction and where it is.
 *
 * @param coins what its inputs spend, in their order; empty for a coinbase
 */
public record Located(Transaction transaction, List<Coin> coins, Place place) {

  public Located {
    coins = List.copyOf(coins);
  }

  public TxId id() {
    return transaction.txid;
  }

  public boolean isCoinbase() {
    return coins.isEmpty();
  }

  /** What the miner got; zero for a coinbase. */
  public Sats fee() {
    return isCoinbase() ? Sats.ZERO : new Spending(transaction, coins).fee();
  }
}
