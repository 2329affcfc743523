package org.bulbil.sandbox.provider;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;

/** Does one thing again and again, a hundred times a day, until it is closed. */
final class Ticker implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Ticker.class.getName());

  private static final int TICKS_A_DAY = 100;

  /** The shortest pause, which bounds the load. */
  private static final Duration PAUSE_MIN = Duration.ofMillis(20);

  /** The longest pause, which bounds how late anything is noticed in long days. */
  private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

  private final Thread thread;

  Ticker(Runnable tick, Day day, Time time) {
    thread = Thread.ofVirtual().name("provider ticker").start(() -> run(tick, pause(day), time));
  }

  static Duration pause(Day day) {
    var pause = day.fraction(1, TICKS_A_DAY);
    if (pause.compareTo(PAUSE_MIN) < 0) {
      return PAUSE_MIN;
    }
    return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
  }

  private static void run(Runnable tick, Duration pause, Time time) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        runOnce(tick);
        time.pause(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A tick that fails must not be the last: the next one meets the same work again. */
  private static void runOnce(Runnable tick) {
    try {
      tick.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the provider's upkeep failed; it is tried again", e);
    }
  }

  /** Returns when the last tick is over. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
