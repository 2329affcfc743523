package org.bulbil.agent.purchase;

import java.time.Duration;
import org.bulbil.bitcoin.Network;
import org.bulbil.core.money.FeeRate;

/**
 * How long a purchase waits, and what its payment may cost.
 *
 * @param network of the addresses that are paid
 * @param block mean time between blocks
 * @param day length of a day of rent
 * @param feeCap the highest fee rate ever paid
 */
public record Patience(Network network, Duration block, Duration day, FeeRate feeCap) {

  /** An invoice lives an hour or so: the payment should be in one of the next blocks. */
  static final int TARGET_BLOCKS = 2;

  /** A payment that waits this many blocks bids higher. */
  private static final int BLOCKS_BEFORE_BUMP = 6;

  /** Nothing is sent for an invoice that may expire before the next block. */
  Duration beforeExpiry() {
    return block;
  }

  Duration beforeBump() {
    return block.multipliedBy(BLOCKS_BEFORE_BUMP);
  }

  /** A confirmed payment that is not credited after a day, or an invoice that never came. */
  Duration beforeGivingUp() {
    return day;
  }
}
