package org.bulbil.sandbox.chain.ledger;

import java.util.Comparator;
import java.util.List;
import org.bulbil.core.money.FeeRate;
import org.bulbil.sandbox.chain.rules.Regtest;

/**
 * A fee estimate from nothing but the queue: to be in one of the next n blocks, outbid whoever
 * would fill the last place of the n-th. The floor, where the queue is shorter.
 */
final class FeeEstimate {

  private static final long BLOCK_VBYTES = Regtest.MAX_BLOCK_WEIGHT / 4;

  private FeeEstimate() {}

  static FeeRate within(int blocks, List<MempoolEntry> mempool, FeeRate floor) {
    long ahead = 0;
    var best =
        mempool.stream().sorted(Comparator.comparingLong(MempoolEntry::satPerKvb).reversed());
    for (MempoolEntry entry : best.toList()) {
      ahead += entry.virtualSize();
      if (ahead >= blocks * BLOCK_VBYTES) {
        return FeeRate.max(floor, new FeeRate(entry.satPerKvb() + 1));
      }
    }
    return floor;
  }
}
