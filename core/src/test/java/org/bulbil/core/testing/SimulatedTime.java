package org.bulbil.core.testing;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.core.time.Time;

/** A clock that stands still until somebody waits, which takes no time. */
public final class SimulatedTime implements Time {

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void pause(Duration length) {
    now = now.plus(length);
  }
}
