package org.bulbil.bitcoin.outbox;

/** Where a payment, or one attempt at it, stands. */
public enum State {
  /** Signed and on disk; no server has taken it yet. */
  SIGNED,
  /** A server has taken it; it waits for a block. */
  BROADCAST,
  /** Proven in a block of our best header chain. */
  CONFIRMED,
  /**
   * A later attempt has taken its place, or a sibling was confirmed; it may still confirm instead.
   */
  REPLACED,
  /** Can never confirm: a coin of it is spent by another proven transaction, buried deep enough. */
  DEAD
}
