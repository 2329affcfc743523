package org.bulbil.bitcoin.testing;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.core.time.Stopwatch;
import org.bulbil.core.time.Time;

/** A clock that moves only when it is told to, or when somebody waits; and it can be set wrong. */
public final class TestingTime implements Time, Stopwatch {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private Duration elapsed = Duration.ZERO;
  private Duration error = Duration.ZERO;

  /** What the clock shows. */
  @Override
  public synchronized Instant now() {
    return truth().plus(error);
  }

  /** What it should show. */
  public synchronized Instant truth() {
    return START.plus(elapsed);
  }

  @Override
  public synchronized Duration elapsed() {
    return elapsed;
  }

  @Override
  public synchronized void pause(Duration length) {
    if (length.isPositive()) {
      elapsed = elapsed.plus(length);
    }
  }

  /** Sets the clock ahead of the true time, or behind it; zero sets it right. */
  public synchronized void goWrongBy(Duration offset) {
    error = offset;
  }

  /** The same moments by a clock that nobody can set: that of everybody else. */
  public Time trueTime() {
    return new Time() {
      @Override
      public Instant now() {
        return truth();
      }

      @Override
      public void pause(Duration length) {
        TestingTime.this.pause(length);
      }
    };
  }
}
