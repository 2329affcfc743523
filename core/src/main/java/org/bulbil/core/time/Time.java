package org.bulbil.core.time;

import java.time.Duration;
import java.time.Instant;

/** The clock, and waiting: one port, so that a month passes in a millisecond under test. */
public interface Time {

  Instant now();

  /** Waits for {@code length}; returns at once where it is zero or negative. */
  void pause(Duration length) throws InterruptedException;
}
