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
    /** Agents, tors, web servers and the provider's front. */
    PROCESSES,
    /** Those, and the chain: a server cut off, a payment evicted, blocks reorganised. */
    CHAIN_TOO,
    /** Processes, and one time in ten a whole server, as long as another lives. */
    SERVERS_TOO
  }

  public StormSettings {
    if (!pause.isPositive()) {
      throw new IllegalArgumentException("a storm strikes with a pause, not every " + pause);
    }
  }
}
