package org.bulbil.tor.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The end of a process: politely, and after a while by force.
 *
 * @param what it is, for people
 * @param patience for each of the two ways
 */
public record Parting(ProcessHandle process, String what, Duration patience) {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(3);

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

  /**
   * Looked at often: of a process that is not our child the JDK hears only after a third second.
   */
  private boolean isGone() {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (isRunning() && System.nanoTime() < end) {
        Thread.sleep(LOOK_AGAIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !isRunning();
  }

  /**
   * One that has ended and was not yet waited for by its parent (state Z, proc(5)) holds no file
   * and no port. The first process of a container may take seconds to wait for an orphan.
   */
  private boolean isRunning() {
    return process.isAlive() && !state().startsWith("Z");
  }

  /** After the name, which stands in brackets and may hold anything; empty where it is unknown. */
  private String state() {
    try {
      var stat = Files.readString(Path.of("/proc/%d/stat".formatted(process.pid())));
      return stat.substring(stat.lastIndexOf(')') + 1).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
