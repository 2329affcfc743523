package org.bulbil.sandbox.chain;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.core.time.Time;

/** A clock that stands still until a test moves it. */
public final class ManualTime implements Time {

  private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void pause(Duration length) {
    now = now.plus(length);
  }
}
