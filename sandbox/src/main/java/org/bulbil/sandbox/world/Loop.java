package org.bulbil.sandbox.world;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.Worker;

/** One thing done again and again, on a thread of its own, until it is closed. */
final class Loop implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Loop.class.getName());

  /** One turn. */
  interface Turn {
    void run() throws Exception;
  }

  private final Worker worker;

  private Loop(Worker worker) {
    this.worker = worker;
  }

  /** Starts with a turn at once; there is a {@code pause} after each. */
  static Loop start(String name, Turn turn, Duration pause, Time time) {
    var worker = new Worker(name, () -> repeat(name, turn, pause, time));
    worker.start();
    return new Loop(worker);
  }

  private static void repeat(String name, Turn turn, Duration pause, Time time)
      throws InterruptedException {
    while (!Thread.currentThread().isInterrupted()) {
      attempt(name, turn);
      time.pause(pause);
    }
  }

  /** A turn that fails must not be the last. */
  private static void attempt(String name, Turn turn) throws InterruptedException {
    try {
      turn.run();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      LOG.log(Level.WARNING, "the sandbox's " + name + " failed; it is tried again", e);
    }
  }

  /** Returns when the last turn is over. */
  @Override
  public void close() {
    worker.close();
  }
}
