package org.bulbil.agent.purchase;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.payment.Bidding;

/**
 * How long a purchase waits, and what its payment may cost.
 *
 * @param network of the addresses that are paid
 * @param bidding for room in a block, with the highest fee rate ever paid
 * @param day length of a day of rent
 */
public record Patience(Network network, Bidding bidding, Duration day) {

  /** Mean time between blocks. */
  Duration block() {
    return bidding.block();
  }

  /**
   * How long before its expiry an invoice is not paid any more: a block, since nobody credits what
   * is not in one; half its life where it lives shorter than two.
   */
  Duration beforeExpiry(Instant made, Instant expires) {
    var half = Duration.between(made, expires).dividedBy(2);
    return half.compareTo(block()) < 0 ? half : block();
  }

  /** A confirmed payment that is not credited after a day, or an invoice that never came. */
  Duration beforeGivingUp() {
    return day;
  }

  /** Between two looks at a purchase that was given up. */
  Duration betweenLooks() {
    return day.dividedBy(4);
  }

  /** After a month nobody credits any more. */
  Duration beforeForgetting() {
    return day.multipliedBy(30);
  }
}
