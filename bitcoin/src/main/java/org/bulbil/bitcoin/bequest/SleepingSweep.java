package org.bulbil.bitcoin.bequest;

import fr.acinq.bitcoin.Transaction;
import java.time.Instant;
import java.util.List;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.store.Column;
import org.bulbil.bitcoin.store.Form;
import org.bulbil.core.money.Sats;

/**
 * A signed transaction that sends coins to a beneficiary, and that no block takes before its time.
 *
 * @param ordinal in the order of signing
 * @param set sweeps of one set take the same coins at different fees, so that one confirms at most
 * @param raw its bytes
 * @param amount what the beneficiary gets
 * @param inputs the coins it takes, in the order of its inputs
 * @param validFrom compared with the median time past
 */
@SuppressWarnings("ArrayRecordComponent") // Two rows with one ordinal never differ.
public record SleepingSweep(
    long ordinal,
    long set,
    TxId transaction,
    byte[] raw,
    Sats amount,
    Sats fee,
    List<Coin> inputs,
    Instant validFrom,
    Instant signed) {

  static final Form<SleepingSweep> FORM =
      new Form<>(
          "bequest",
          List.of(
              Column.number("ordinal"),
              Column.number("number"),
              Column.text("txid"),
              Column.bytes("raw"),
              Column.number("sats"),
              Column.number("fee"),
              Column.text("inputs"),
              Column.number("valid_from"),
              Column.number("signed")),
          sweep ->
              List.of(
                  sweep.ordinal,
                  sweep.set,
                  sweep.transaction,
                  sweep.raw,
                  sweep.amount.value(),
                  sweep.fee.value(),
                  Coin.join(sweep.inputs),
                  sweep.validFrom,
                  sweep.signed),
          row ->
              new SleepingSweep(
                  row.number("ordinal"),
                  row.number("number"),
                  new TxId(row.text("txid")),
                  row.bytes("raw"),
                  Sats.of(row.number("sats")),
                  Sats.of(row.number("fee")),
                  Coin.split(row.text("inputs")),
                  row.instant("valid_from"),
                  row.instant("signed")));

  public SleepingSweep {
    inputs = List.copyOf(inputs);
  }

  public Transaction toKmp() {
    return Transaction.read(raw);
  }
}
