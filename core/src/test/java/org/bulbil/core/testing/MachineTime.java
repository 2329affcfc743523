package org.bulbil.core.testing;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.core.time.Time;

/** The machine's clock, for tests with real processes. */
public final class MachineTime implements Time {

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void pause(Duration length) throws InterruptedException {
    Thread.sleep(length);
  }
}
