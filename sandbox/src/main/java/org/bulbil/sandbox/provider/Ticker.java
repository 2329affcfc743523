package org.bulbil.sandbox.provider;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.Worker;

/** Does one thing again and again, a hundred times a day, until it is closed. */
final class Ticker implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Ticker.class.getName());

  private static final int TICKS_A_DAY = 100;

  /** The shortest pause, which bounds the load. */
  private static final Duration PAUSE_MIN = Duration.ofMillis(20);

  /** The longest pause, which bounds how late anything is noticed in long days. */
  private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

  private final Runnable tick;
  private final Duration pause;
  private final Time time;
  private final Worker worker;

  /** Held during a tick, so that closing interrupts a pause and never a tick. */
  private final ReentrantLock ticking = new ReentrantLock();

  private Ticker(Runnable tick, Day day, Time time) {
    this.tick = tick;
    this.pause = pause(day);
    this.time = time;
    this.worker = new Worker("provider ticker", this::run);
  }

  static Ticker start(Runnable tick, Day day, Time time) {
    var ticker = new Ticker(tick, day, time);
    ticker.worker.start();
    return ticker;
  }

  static Duration pause(Day day) {
    var pause = day.fraction(1, TICKS_A_DAY);
    if (pause.compareTo(PAUSE_MIN) < 0) {
      return PAUSE_MIN;
    }
    return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
  }

  private void run() throws InterruptedException {
    while (true) {
      tickOnce();
      time.pause(pause);
    }
  }

  /** A tick that fails must not be the last: the next one meets the same work again. */
  private void tickOnce() throws InterruptedException {
    ticking.lockInterruptibly();
    try {
      tick.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the provider's upkeep failed; it is tried again", e);
    } finally {
      ticking.unlock();
    }
  }

  /** Returns when the last tick is over. */
  @Override
  public void close() {
    ticking.lock();
    try {
      worker.close();
    } finally {
      ticking.unlock();
    }
  }
}
