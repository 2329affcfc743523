package org.bulbil.tor.process;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The end of a process: politely, and after a while by force.
 *
 * @param what it is, for people
 * @param patience for each of the two ways
 */
public record Parting(ProcessHandle process, String what, Duration patience) {

  /**
   * Returns when it is gone.
   *
   * @throws IllegalStateException where it survives both
   */
  public void end() {
    process.destroy();
    if (!isGone()) {
      process.destroyForcibly();
      if (!isGone()) {
        throw new IllegalStateException(
            "process " + process.pid() + " (" + what + ") cannot be ended");
      }
    }
  }

  private boolean isGone() {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
