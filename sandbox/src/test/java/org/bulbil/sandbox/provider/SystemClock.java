package org.bulbil.sandbox.provider;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.core.time.Time;

/** The machine's own clock, for tests with real processes. */
public final class SystemClock implements Time {

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void pause(Duration length) throws InterruptedException {
    Thread.sleep(length);
  }
}
