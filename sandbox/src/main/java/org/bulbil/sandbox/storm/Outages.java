package org.bulbil.sandbox.storm;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.Worker;

/** What is down for a while, each on a thread of its own. When this is closed, all is up again. */
final class Outages implements AutoCloseable {

  private final Time time;
  private final Map<String, Worker> running = new HashMap<>();
  private boolean over;

  Outages(Time time) {
    this.time = time;
  }

  /**
   * Takes {@code what} down, waits, and brings it up, whatever happens meanwhile. Does nothing
   * where the same is down already.
   */
  synchronized void begin(String what, Worker.Work down, Duration length, Runnable up) {
    if (!over && !running.containsKey(what)) {
      var worker = new Worker("outage of the " + what, () -> run(what, down, length, up));
      running.put(what, worker);
      worker.start();
    }
  }

  private void run(String what, Worker.Work down, Duration length, Runnable up)
      throws InterruptedException {
    try {
      down.run();
      time.pause(length);
    } finally {
      bringUp(what, up);
    }
  }

  private void bringUp(String what, Runnable up) {
    try {
      up.run();
    } finally {
      forget(what);
    }
  }

  private synchronized void forget(String what) {
    running.remove(what);
  }

  /** Ends every outage before its time, and returns when all is up. */
  @Override
  public void close() {
    stopAll().forEach(Worker::close);
  }

  private synchronized List<Worker> stopAll() {
    over = true;
    return List.copyOf(running.values());
  }
}
