package org.bulbil.sandbox;

/** A thread that works until it is closed. */
public final class Worker implements AutoCloseable {

  /** What it does. It ends when it is interrupted: at its pauses, or between two turns. */
  public interface Work {
    void run() throws InterruptedException;
  }

  private final Thread thread;

  /** One that waits for {@link #start}. */
  public Worker(String name, Work work) {
    thread = Thread.ofVirtual().name(name).unstarted(() -> untilClosed(work));
  }

  private static void untilClosed(Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      // Closed: that is how this thread ends.
    }
  }

  public void start() {
    thread.start();
  }

  /** Interrupts the work and waits for its end. */
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
