package org.bulbil.sandbox.world;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.bulbil.core.time.Time;

/** One thing done again and again, on a thread of its own, until it is closed. */
final class Loop implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Loop.class.getName());

  /** One turn. */
  interface Turn {
    void run() throws Exception;
  }

  private final Thread thread;

  private Loop(Thread thread) {
    this.thread = thread;
  }

  /** Starts with a turn at once; there is a {@code pause} after each. */
  static Loop start(String name, Turn turn, Duration pause, Time time) {
    return new Loop(Thread.ofVirtual().name(name).start(() -> repeat(name, turn, pause, time)));
  }

  private static void repeat(String name, Turn turn, Duration pause, Time time) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        attempt(name, turn);
        time.pause(pause);
      }
    } catch (InterruptedException e) {
      // Closed: that is how this thread ends.
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
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
