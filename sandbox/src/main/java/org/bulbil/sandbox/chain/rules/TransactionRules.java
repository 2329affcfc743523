package org.bulbil.sandbox.chain.rules;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.money.Sats;

/** Consensus rules about a transaction alone: {@code CheckTransaction} of Bitcoin Core. */
public final class TransactionRules {

  private static final List<Rule<Transaction>> RULES =
      List.of(
          tx -> Breach.where(tx.txIn.isEmpty(), "bad-txns-vin-empty"),
          tx -> Breach.where(tx.txOut.isEmpty(), "bad-txns-vout-empty"),
          tx -> Breach.where(4 * tx.baseSize() > Regtest.MAX_BLOCK_WEIGHT, "bad-txns-oversize"),
          TransactionRules::amounts,
          tx -> Breach.where(spendsTwice(tx), "bad-txns-inputs-duplicate"),
          TransactionRules::coinbaseForm);

  private TransactionRules() {}

  public static Optional<Breach> check(Transaction transaction) {
    return Rule.firstBroken(transaction, RULES);
  }

  /** Whether the first input is the one that only a coinbase may have. */
  public static boolean isCoinbase(Transaction transaction) {
    return transaction.txIn.size() == 1 && OutPoint.isNull(transaction.txIn.getFirst().outPoint);
  }

  private static Optional<Breach> amounts(Transaction transaction) {
    long total = 0;
    for (TxOut output : transaction.txOut) {
      long amount = output.amount.toLong();
      if (amount < 0) {
        return Breach.of("bad-txns-vout-negative", amount + " sat");
      }
      if (amount > Sats.SUPPLY_MAX) {
        return Breach.of("bad-txns-vout-toolarge", amount + " sat");
      }
      total += amount;
      if (total > Sats.SUPPLY_MAX) {
        return Breach.of("bad-txns-txouttotal-toolarge", total + " sat");
      }
    }
    return Optional.empty();
  }

  private static boolean spendsTwice(Transaction transaction) {
    var seen = new HashSet<OutPoint>();
    return !transaction.txIn.stream().map(input -> input.outPoint).allMatch(seen::add);
  }

  private static Optional<Breach> coinbaseForm(Transaction transaction) {
    if (!isCoinbase(transaction)) {
      return Breach.where(
          transaction.txIn.stream().map((TxIn input) -> input.outPoint).anyMatch(it -> it.isNull()),
          "bad-txns-prevout-null");
    }
    int length = transaction.txIn.getFirst().signatureScript.size();
    return Breach.where(length < 2 || length > 100, "bad-cb-length");
  }
}
