package org.bulbil.core.policy;

import java.time.Duration;
import org.bulbil.core.money.FeeRate;

/**
 * How long before the end of a lease something must be sent to be in a block in time.
 *
 * <p>Blocks come at random (a Poisson process). In quiet times the next one takes a payment that
 * bids for it. Where room in the next block costs a multiple of the usual, others outbid it, and it
 * is taken to need one block more for each doubling.
 */
public final class Slack {

  /** One in a thousand may come too late. */
  private static final double TOO_LATE = 0.001;

  /** 256 times the usual; Bitcoin's worst hours had less. Twenty-two blocks, under four hours. */
  private static final int DOUBLINGS_MAX = 8;

  /** One until it is noticed that it is time, one to bid again. */
  private static final int HEARTBEATS = 2;

  private Slack() {}

  /**
   * The time that it takes but for one time in a thousand, with two heartbeats to notice.
   *
   * @param block mean time between blocks
   * @param next the rate that the next block asks
   * @param usual the rate that a patient payment pays
   */
  public static Duration before(Duration block, Duration heartbeat, FeeRate next, FeeRate usual) {
    return block
        .multipliedBy(blocks(1 + doublings(next, usual)))
        .plus(heartbeat.multipliedBy(HEARTBEATS));
  }

  private static int doublings(FeeRate next, FeeRate usual) {
    long times = Math.max(1, next.satPerKvb() / usual.satPerKvb());
    return Math.min(DOUBLINGS_MAX, 63 - Long.numberOfLeadingZeros(times));
  }

  /** Block intervals in which {@code needed} blocks come, but for one time in a thousand. */
  static int blocks(int needed) {
    int span = needed;
    while (fewer(needed, span) > TOO_LATE) {
      span++;
    }
    return span;
  }

  /** The chance that a Poisson process with this mean yields fewer than {@code needed}. */
  private static double fewer(int needed, int mean) {
    double term = Math.exp(-mean);
    double sum = term;
    for (int i = 1; i < needed; i++) {
      term *= (double) mean / i;
      sum += term;
    }
    return sum;
  }
}
