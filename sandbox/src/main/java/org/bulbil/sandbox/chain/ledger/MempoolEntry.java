package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.TxId;
import java.time.Instant;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.rules.Spending;

/**
 * A valid transaction that waits for its block.
 *
 * @param fee and {@code virtualSize} follow from {@code spending}; kept, since they are asked often
 */
public record MempoolEntry(Spending spending, Sats fee, long virtualSize, Instant since) {

  static MempoolEntry of(Spending spending, Instant since) {
    return new MempoolEntry(spending, spending.fee(), spending.virtualSize(), since);
  }

  public TxId id() {
    return spending.transaction().txid;
  }

  /** Whether the fee reaches {@code rate}. */
  public boolean pays(FeeRate rate) {
    return fee.covers(rate.feeFor(virtualSize));
  }

  /** Satoshis per 1,000 virtual bytes, rounded down; 0 where nothing is paid. */
  public long satPerKvb() {
    return fee.value() * 1000 / virtualSize;
  }

  Located located() {
    return new Located(spending.transaction(), spending.coins(), new Place.Waiting(since));
  }
}
