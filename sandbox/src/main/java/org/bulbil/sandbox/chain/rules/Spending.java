package org.bulbil.sandbox.chain.rules;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bulbil.core.money.Sats;

/**
 * A transaction together with the coins that it spends.
 *
 * @param coins one for each input, in the order of the inputs
 */
public record Spending(Transaction transaction, List<Coin> coins) {

  public Spending {
    if (coins.size() != transaction.txIn.size()) {
      throw new IllegalArgumentException(
          transaction.txid + " has " + transaction.txIn.size() + " inputs, not " + coins.size());
    }
    coins = List.copyOf(coins);
  }

  /** Inputs less outputs, in satoshis; negative where the transaction makes money from nothing. */
  long margin() {
    return coins.stream().mapToLong(coin -> coin.output().amount.toLong()).sum()
        - transaction.txOut.stream().mapToLong(output -> output.amount.toLong()).sum();
  }

  /** What the miner gets; {@link IllegalArgumentException} where outputs exceed inputs. */
  public Sats fee() {
    return Sats.of(margin());
  }

  public long virtualSize() {
    return Sizes.virtualSize(transaction);
  }

  Map<OutPoint, TxOut> spentOutputs() {
    return coins.stream().collect(Collectors.toMap(Coin::outPoint, Coin::output));
  }
}
