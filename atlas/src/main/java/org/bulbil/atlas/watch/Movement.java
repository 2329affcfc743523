package org.bulbil.atlas.watch;

import java.time.Instant;
import java.util.List;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.core.money.Sats;

/**
 * What a transaction in a block did to an address.
 *
 * @param height of its block
 * @param when its block's time; when it was first seen here, where the block's is not known
 * @param outputs that pay the address
 * @param spends coins of the address
 */
record Movement(
    TxId transaction, int height, Instant when, List<Output> outputs, List<OutPoint> spends) {

  /** An output of a transaction that pays the address. */
  record Output(int index, Sats value) {}

  Movement {
    outputs = List.copyOf(outputs);
    spends = List.copyOf(spends);
  }

  Sats received() {
    return Sats.sum(outputs.stream().map(Output::value).toList());
  }

  /** What comes back from the address itself is change and no gift. */
  boolean isGift() {
    return spends.isEmpty() && received().isPositive();
  }
}
