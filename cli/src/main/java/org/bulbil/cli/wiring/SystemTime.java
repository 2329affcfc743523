package org.bulbil.cli.wiring;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.core.time.Time;

/** The machine's clock. The only place that reads it. */
public final class SystemTime implements Time {

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void pause(Duration length) throws InterruptedException {
    if (length.isPositive()) {
      Thread.sleep(length);
    }
  }
}
