package org.bulbil.sandbox.storm;

import java.time.Duration;

/**
 * How a storm blows.
 *
 * @param pause mean time from a strike to the next, more than zero
 */
public record StormSettings(Duration pause, Reach reach) {

  /** What is struck. */
  public enum Reach {
    /** Agents, tors and the provider's front. */
    PROCESSES,
    /** Those, and the chain: a server cut off, a payment evicted, blocks reorganised. */
    CHAIN_TOO
  }

  public StormSettings {
    if (!pause.isPositive()) {
      throw new IllegalArgumentException("a storm strikes with a pause, not every " + pause);
    }
  }
}
