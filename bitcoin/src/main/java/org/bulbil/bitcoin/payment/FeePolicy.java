package org.bulbil.bitcoin.payment;

import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/**
 * What a payment may cost.
 *
 * @param targetBlocks within how many blocks it should confirm, at least 1
 * @param floor the least rate bid, also where servers know no estimate
 * @param cap the highest rate bid, whatever servers say
 * @param maxSharePercent the whole fee as a share of the amount, at most; never above {@value
 *     #SHARE_MAX}
 */
public record FeePolicy(int targetBlocks, FeeRate floor, FeeRate cap, int maxSharePercent) {

  /** The largest share that anybody may allow: a payment that saves a life in dear times. */
  private static final int SHARE_MAX = 200;

  public FeePolicy {
    if (targetBlocks < 1) {
      throw new IllegalArgumentException(
          "no transaction confirms within " + targetBlocks + " blocks");
    }
    if (floor.compareTo(cap) > 0) {
      throw new IllegalArgumentException("the floor " + floor + " is above the cap " + cap);
    }
    if (maxSharePercent < 0 || maxSharePercent > SHARE_MAX) {
      throw new IllegalArgumentException(
          "a fee may be 0 to %d %% of a payment, not %d %%".formatted(SHARE_MAX, maxSharePercent));
    }
  }

  /** The rate to bid: the estimate for our target, between floor and cap. */
  public FeeRate rate(FeeEstimates estimates) {
    var wanted = estimates.within(targetBlocks).orElse(floor);
    return FeeRate.min(cap, FeeRate.max(floor, wanted));
  }

  /** The highest fee for paying {@code amount} in a transaction of {@code vbytes}. */
  public Sats feeCap(Sats amount, long vbytes) {
    return Sats.min(amount.percent(maxSharePercent), cap.feeFor(vbytes));
  }
}
