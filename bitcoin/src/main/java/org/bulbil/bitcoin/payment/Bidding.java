package org.bulbil.bitcoin.payment;

import java.time.Duration;
import java.util.Optional;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.chain.FeeLevels;
import org.bulbil.core.money.FeeRate;

/**
 * What to bid for room in a block so that a payment confirms by its deadline, and no more than that
 * needs: low while time allows, rising as it runs out, between floor and cap always.
 *
 * @param block mean time between blocks
 * @param floor the least rate bid, also where servers know no estimate
 * @param cap the highest rate bid, whatever servers say and however late it is
 */
public record Bidding(Duration block, FeeRate floor, FeeRate cap) {

  /** For a payment that nobody waits for. */
  public static final Duration NO_HURRY = Duration.ofDays(3650);

  /**
   * Blocks come at random times: three times their mean pass without one once in twenty times. So a
   * deadline that is three mean times away may be counted on for one block.
   */
  private static final int SLACK = 3;

  /** A day: estimates for longer are hardly lower, and less sure. */
  private static final int TARGET_MAX = 144;

  /** The next-block bid that still waits rises by a quarter with every block that passes it by. */
  private static final long RISE_PERCENT = 125;

  public Bidding {
    if (block.isNegative() || block.isZero() || floor.compareTo(cap) > 0) {
      throw new IllegalArgumentException(
          "bids need a block time above zero and a floor up to their cap: "
              + String.join(", ", block.toString(), floor.toString(), cap.toString()));
    }
  }

  /**
   * Within how many blocks a payment should aim to confirm.
   *
   * @param left until its deadline; what has passed already counts as the next block
   */
  public int target(Duration left) {
    var span = block.multipliedBy(SLACK);
    long blocks = left.isNegative() ? 0 : (left.toMillis() + span.toMillis() - 1) / span.toMillis();
    return Math.clamp(blocks, 1, TARGET_MAX);
  }

  /** The rate for a payment that is made now; see {@link FeeLevels} for whom it believes. */
  public FeeRate rate(FeeLevels levels, Duration left) {
    return policy(left, 100).rate(believed(levels, left));
  }

  /** The servers' lowest words while there is time, their highest for the next block. */
  public FeeEstimates believed(FeeLevels levels, Duration left) {
    return target(left) == 1 ? levels.high() : levels.low();
  }

  /**
   * The same as limits for an order; it is to be read with {@link #believed}.
   *
   * @param maxSharePercent the whole fee as a share of the amount, at most
   */
  public FeePolicy policy(Duration left, int maxSharePercent) {
    return new FeePolicy(target(left), floor, cap, maxSharePercent);
  }

  /**
   * The higher rate that a waiting payment should go to; empty where it should go on waiting.
   *
   * @param current what it bids now
   * @param waited since it bids that
   */
  public Optional<FeeRate> raised(
      FeeRate current, Duration waited, FeeLevels levels, Duration left) {
    if (waited.compareTo(block) < 0) {
      return Optional.empty(); // It has not missed a block yet.
    }
    var due = rate(levels, left);
    var wanted = target(left) == 1 ? FeeRate.max(due, FeeRate.min(cap, risen(current))) : due;
    return wanted.compareTo(current) > 0 ? Optional.of(wanted) : Optional.empty();
  }

  private static FeeRate risen(FeeRate current) {
    return FeeRate.capped(Math.ceilDiv(current.satPerKvb() * RISE_PERCENT, 100L));
  }
}
