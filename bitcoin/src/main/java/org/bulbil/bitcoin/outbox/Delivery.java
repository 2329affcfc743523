package org.bulbil.bitcoin.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.store.Column;
import org.bulbil.bitcoin.store.Form;

/**
 * What servers said to the bytes of an attempt.
 *
 * @param isTaken whether one of them ever took it
 * @param answer the newest, for people
 * @param sent when that was; empty before the first
 */
record Delivery(
    TxId transaction, boolean isTaken, Optional<String> answer, Optional<Instant> sent) {

  static final Form<Delivery> FORM =
      new Form<>(
          "delivery",
          List.of(
              Column.text("txid"),
              Column.number("taken"),
              Column.text("answer").optional(),
              Column.number("sent").optional()),
          delivery ->
              List.of(delivery.transaction, delivery.isTaken, delivery.answer, delivery.sent),
          row ->
              new Delivery(
                  new TxId(row.text("txid")),
                  row.is("taken"),
                  row.optionalText("answer"),
                  row.optionalInstant("sent")));

  static Delivery none(TxId transaction) {
    return new Delivery(transaction, false, Optional.empty(), Optional.empty());
  }
}
