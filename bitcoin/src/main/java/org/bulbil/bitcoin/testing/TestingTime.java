package org.bulbil.bitcoin.testing;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.core.time.Time;

/** A clock that moves only when it is told to, or when somebody waits. */
public final class TestingTime implements Time {

  private Instant now = Instant.parse("2026-11-22T12:00:00Z");

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void pause(Duration length) {
    if (length.isPositive()) {
      now = now.plus(length);
    }
  }
}
