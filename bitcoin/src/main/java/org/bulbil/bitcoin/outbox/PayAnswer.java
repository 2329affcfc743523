package org.bulbil.bitcoin.outbox;

import org.bulbil.core.money.Sats;

/** What became of a wish to pay. */
public sealed interface PayAnswer {

  /**
   * The payment is signed and on disk, now or from before, and will be sent until it confirms,
   * whatever the servers said to it just now.
   */
  record Recorded(Payment payment) implements PayAnswer {}

  /** Nothing was paid: the coins do not reach. */
  record CannotAfford(Sats missing) implements PayAnswer {}

  /** Nothing was paid: the fee would be above the caller's cap. */
  record TooExpensive(Sats fee, Sats cap) implements PayAnswer {}
}
