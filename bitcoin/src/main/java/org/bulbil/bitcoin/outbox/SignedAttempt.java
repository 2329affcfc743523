package org.bulbil.bitcoin.outbox;

import fr.acinq.bitcoin.Transaction;
import java.time.Instant;
import java.util.List;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.payment.Weight;
import org.bulbil.bitcoin.store.Column;
import org.bulbil.bitcoin.store.Form;
import org.bulbil.core.money.Sats;

/**
 * A signed transaction that makes a payment; never changed.
 *
 * @param ordinal in the order of signing
 * @param wish the payment's id
 * @param raw its bytes, which alone are ever sent
 * @param inputs the coins it takes, in the order of its inputs
 */
@SuppressWarnings("ArrayRecordComponent") // Two rows with one ordinal never differ.
record SignedAttempt(
    long ordinal,
    TxId transaction,
    long wish,
    byte[] raw,
    Sats amount,
    Sats fee,
    Sats change,
    List<Coin> inputs,
    Instant created) {

  static final Form<SignedAttempt> FORM =
      new Form<>(
          "attempt",
          List.of(
              Column.number("ordinal"),
              Column.text("txid"),
              Column.number("payment"),
              Column.bytes("raw"),
              Column.number("sats"),
              Column.number("fee"),
              Column.number("change"),
              Column.text("inputs"),
              Column.number("created")),
          attempt ->
              List.of(
                  attempt.ordinal,
                  attempt.transaction,
                  attempt.wish,
                  attempt.raw,
                  attempt.amount.value(),
                  attempt.fee.value(),
                  attempt.change.value(),
                  Coin.join(attempt.inputs),
                  attempt.created),
          row ->
              new SignedAttempt(
                  row.number("ordinal"),
                  new TxId(row.text("txid")),
                  row.number("payment"),
                  row.bytes("raw"),
                  Sats.of(row.number("sats")),
                  Sats.of(row.number("fee")),
                  Sats.of(row.number("change")),
                  Coin.split(row.text("inputs")),
                  row.instant("created")));

  SignedAttempt {
    inputs = List.copyOf(inputs);
  }

  /** Whether it gives the payee nothing and everything back to us. */
  boolean withdraws() {
    return amount.isZero();
  }

  /** Its size, counted with the longest signatures. */
  long vbytes() {
    var outputs =
        toKmp().txOut.stream()
            .map(output -> LockingScript.of(output.publicKeyScript).type().orElseThrow())
            .toList();
    return Weight.vbytes(inputs.size(), outputs);
  }

  Transaction toKmp() {
    return Transaction.read(raw);
  }
}
