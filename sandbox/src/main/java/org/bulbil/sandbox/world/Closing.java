package org.bulbil.sandbox.world;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has been opened so far, to be closed in the reverse order. One that fails keeps no other
 * from being closed. Safe for several threads; what is added after the end is closed at once.
 */
final class Closing implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Closing.class.getName());

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private boolean over;

  /** Answers {@code part}, which is closed from now on with all the others. */
  synchronized <T extends AutoCloseable> T add(T part) {
    if (over) {
      close(part);
    } else {
      opened.push(part);
    }
    return part;
  }

  @Override
  public synchronized void close() {
    over = true;
    while (!opened.isEmpty()) {
      close(opened.pop());
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "closing " + part.getClass().getSimpleName() + " failed", e);
    }
  }
}
