package org.bulbil.bitcoin.outbox;

import fr.acinq.bitcoin.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.ledger.Claim;
import org.bulbil.bitcoin.payment.LockTime;
import org.bulbil.bitcoin.store.Column;
import org.bulbil.bitcoin.store.Form;
import org.bulbil.bitcoin.store.Row;
import org.bulbil.core.money.Sats;

/**
 * A signed sweep to the beneficiary, kept for an heir. It takes no coin of ours until it is proven;
 * then it counts as a will.
 *
 * @param number in the order of signing
 * @param rank its place in its set, from 0: the order in which an heir tries them
 * @param amount what the beneficiary gets
 * @param signed its bytes; empty once another set has taken its place: it may still be proven, from
 *     the hands of an heir
 */
public record Bequest(
    long number,
    TxId transaction,
    int rank,
    LockTime from,
    Sats amount,
    Sats fee,
    List<OutPoint> inputs,
    Instant created,
    Optional<Transaction> signed) {

  static final Form<Bequest> FORM =
      new Form<>(
          "bequest",
          List.of(
              Column.number("number"),
              Column.text("txid"),
              Column.number("rank"),
              Column.number("lock_time"),
              Column.number("sats"),
              Column.number("fee"),
              Column.text("inputs"),
              Column.number("created"),
              Column.bytes("raw").optional()),
          Bequest::values,
          Bequest::of);

  public Bequest {
    inputs = List.copyOf(inputs);
  }

  private List<?> values() {
    return List.of(
        number,
        transaction,
        rank,
        from.value(),
        amount.value(),
        fee.value(),
        OutPoint.join(inputs),
        created,
        signed.map(Transaction::write));
  }

  private static Bequest of(Row row) {
    return new Bequest(
        row.number("number"),
        new TxId(row.text("txid")),
        row.integer("rank"),
        new LockTime(row.number("lock_time")),
        Sats.of(row.number("sats")),
        Sats.of(row.number("fee")),
        OutPoint.split(row.text("inputs")),
        row.instant("created"),
        row.optionalBytes("raw").map(Transaction::read));
  }

  boolean isStanding() {
    return signed.isPresent();
  }

  /** Without what only an heir of the standing set needs. */
  Bequest replaced() {
    return new Bequest(
        number, transaction, rank, from, amount, fee, List.of(), created, Optional.empty());
  }

  Claim claim() {
    return new Claim(transaction, "bequest:" + number, Claim.Kind.DORMANT, inputs, List.of());
  }
}
