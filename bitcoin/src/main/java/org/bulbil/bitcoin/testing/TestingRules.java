package org.bulbil.bitcoin.testing;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.ScriptFlags;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bulbil.core.money.FeeRate;

/** What a node works out about one transaction. */
final class TestingRules {

  private TestingRules() {}

  static long vbytes(Transaction transaction) {
    return Math.ceilDiv(transaction.weight(), 4);
  }

  /** The outputs that its inputs name, as far as there are such. */
  static Map<OutPoint, TxOut> coins(
      Transaction transaction, Function<OutPoint, Optional<TxOut>> find) {
    var coins = new HashMap<OutPoint, TxOut>();
    for (var input : transaction.txIn) {
      find.apply(input.outPoint).ifPresent(output -> coins.put(input.outPoint, output));
    }
    return coins;
  }

  /** Inputs less outputs; negative where it makes money. */
  static long fee(Transaction transaction, Map<OutPoint, TxOut> coins) {
    long in =
        transaction.txIn.stream()
            .map(input -> Optional.ofNullable(coins.get(input.outPoint)))
            .mapToLong(coin -> coin.map(output -> output.amount.toLong()).orElse(0L))
            .sum();
    return in - transaction.txOut.stream().mapToLong(output -> output.amount.toLong()).sum();
  }

  /** Whether {@code fee} is at least what {@code transaction} costs at {@code rate}. */
  static boolean pays(Transaction transaction, long fee, FeeRate rate) {
    return fee >= rate.feeFor(vbytes(transaction)).value();
  }

  static Optional<String> brokenScript(Transaction transaction, Map<OutPoint, TxOut> coins) {
    try {
      transaction.correctlySpends(coins, ScriptFlags.STANDARD_SCRIPT_VERIFY_FLAGS);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of("mandatory-script-verify-flag-failed");
    }
  }
}
