package org.bulbil.bitcoin.outbox;

import java.time.Instant;
import java.util.List;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.store.Column;
import org.bulbil.bitcoin.store.Form;
import org.bulbil.core.money.Sats;

/**
 * What a payment is, whichever coins make it.
 *
 * @param id in the order of wishing; 0 before it is stored
 * @param address of the payee; of a tip, the first of them
 * @param sweeps whether its amount may shrink to raise the fee
 * @param feeCap the highest fee that the order allowed
 */
record Wish(
    long id,
    String reference,
    Purpose purpose,
    Address address,
    boolean sweeps,
    Sats feeCap,
    Instant created) {

  static Form<Wish> form(Network network) {
    return new Form<>(
        "payment",
        List.of(
            Column.number("id"),
            Column.text("reference"),
            Column.text("purpose"),
            Column.text("address"),
            Column.number("sweeps"),
            Column.number("fee_cap"),
            Column.number("created")),
        wish ->
            List.of(
                wish.id,
                wish.reference,
                wish.purpose,
                wish.address,
                wish.sweeps,
                wish.feeCap.value(),
                wish.created),
        row ->
            new Wish(
                row.number("id"),
                row.text("reference"),
                Purpose.valueOf(row.text("purpose")),
                Address.parse(row.text("address"), network),
                row.is("sweeps"),
                Sats.of(row.number("fee_cap")),
                row.instant("created")));
  }

  Wish numbered(long number) {
    return new Wish(number, reference, purpose, address, sweeps, feeCap, created);
  }
}
