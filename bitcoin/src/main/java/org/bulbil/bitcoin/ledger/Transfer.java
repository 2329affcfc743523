package org.bulbil.bitcoin.ledger;

import java.time.Instant;
import java.util.List;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.bitcoin.store.Column;
import org.bulbil.bitcoin.store.Form;
import org.bulbil.bitcoin.store.Row;
import org.bulbil.core.money.Sats;

/**
 * A transaction that touches us and was proven in a block, which may have left our chain since.
 *
 * @param block where it was proven
 * @param time of that block, as the miner set it
 * @param coins what it pays to us
 * @param spends every output that it takes, ours or not: a coin may become known after its spend
 */
record Transfer(TxId id, Tip block, Instant time, List<Coin> coins, List<OutPoint> spends) {

  static final Form<Transfer> FORM =
      new Form<>(
          "tx",
          List.of(
              Column.text("txid"),
              Column.number("height"),
              Column.text("block"),
              Column.number("time"),
              Column.text("coins"),
              Column.text("spends")),
          Transfer::values,
          Transfer::of);

  Transfer {
    coins = List.copyOf(coins);
    spends = List.copyOf(spends);
  }

  Sats amount() {
    return Coin.sum(coins);
  }

  Gift gift() {
    return new Gift(id, amount(), block.height(), time);
  }

  private List<?> values() {
    return List.of(id, block.height(), block.hash(), time, Coin.join(coins), OutPoint.join(spends));
  }

  private static Transfer of(Row row) {
    return new Transfer(
        new TxId(row.text("txid")),
        new Tip(row.integer("height"), new BlockHash(row.text("block"))),
        row.instant("time"),
        Coin.split(row.text("coins")),
        OutPoint.split(row.text("spends")));
  }
}
