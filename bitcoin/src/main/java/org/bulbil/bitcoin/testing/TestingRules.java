package org.bulbil.bitcoin.testing;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.ScriptFlags;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import java.util.Map;
import java.util.Optional;

/** What a node works out about one transaction. */
final class TestingRules {

  private TestingRules() {}

  static long vbytes(Transaction transaction) {
    return Math.ceilDiv(transaction.weight(), 4);
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

  static Optional<String> brokenScript(Transaction transaction, Map<OutPoint, TxOut> coins) {
    try {
      transaction.correctlySpends(coins, ScriptFlags.STANDARD_SCRIPT_VERIFY_FLAGS);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of("mandatory-script-verify-flag-failed");
    }
  }
}
