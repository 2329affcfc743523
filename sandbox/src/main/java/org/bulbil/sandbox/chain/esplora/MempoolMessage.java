package org.bulbil.sandbox.chain.esplora;

import io.avaje.jsonb.Json;
import java.util.Comparator;
import java.util.List;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.ledger.MempoolEntry;

/**
 * What waits.
 *
 * @param feeHistogram pairs of a rate in sat/vB and the virtual bytes that pay it, dearest first
 */
@Json(naming = Json.Naming.LowerUnderscore)
record MempoolMessage(int count, long vsize, long totalFee, List<List<Double>> feeHistogram) {

  static MempoolMessage of(List<MempoolEntry> entries) {
    return new MempoolMessage(
        entries.size(),
        entries.stream().mapToLong(MempoolEntry::virtualSize).sum(),
        Sats.sum(entries.stream().map(MempoolEntry::fee).toList()).value(),
        entries.stream()
            .sorted(Comparator.comparingLong(MempoolEntry::satPerKvb).reversed())
            .map(it -> List.of(it.satPerKvb() / 1000.0, (double) it.virtualSize()))
            .toList());
  }
}
