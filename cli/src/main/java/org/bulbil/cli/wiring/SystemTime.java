package org.bulbil.cli.wiring;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.core.time.Stopwatch;
import org.bulbil.core.time.Time;

/** The machine's clocks. The only place that reads them. */
public final class SystemTime implements Time, Stopwatch {

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime());
  }

  @Override
  public void pause(Duration length) throws InterruptedException {
    if (length.isPositive()) {
      Thread.sleep(length);
    }
  }
}
