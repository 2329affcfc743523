package org.bulbil.sandbox.provider;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.core.time.Time;

/** A clock that moves only by hand; who pauses waits for the hand. */
public final class HandClock implements Time {

  private Instant now = Instant.parse("2026-11-22T12:00:00Z");

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void pause(Duration length) throws InterruptedException {
    var end = now.plus(length);
    while (now.isBefore(end)) {
      wait();
    }
  }

  public synchronized void forward(Duration length) {
    now = now.plus(length);
    notifyAll();
  }
}
