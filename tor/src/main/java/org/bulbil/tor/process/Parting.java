package org.bulbil.tor.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The end of a process: politely, and after a while by force.
 *
 * @param what it is, for people
 * @param patience for each of the two ways
 */
public record Parting(ProcessHandle process, String what, Duration patience) {

  /** Of a process that is not our child the JDK itself hears only after a third of a second. */
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

  private boolean isGone() {
    try {
      for (long look = patience.dividedBy(LOOK_AGAIN); isRunning() && look > 0; look--) {
        process
            .onExit()
            .completeOnTimeout(process, LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)
            .get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !isRunning();
  }

  private boolean isRunning() {
    return process.isAlive() && !isForgotten();
  }

  /**
   * One that has ended and was not yet waited for by its parent (state Z, proc(5)) holds no file
   * and no port. We wait for ours at once; the first process of a container may let seconds pass
   * before it waits for an orphan.
   */
  private boolean isForgotten() {
    var afterName = stat().replaceFirst("(?s).*\\)", "").strip().split(" ", 3);
    return afterName[0].equals("Z")
        && !afterName[1].equals(Long.toString(ProcessHandle.current().pid()));
  }

  /** Number, name in brackets, state, parent's number and more; empty where it is unknown. */
  private String stat() {
    try {
      return Files.readString(Path.of("/proc/%d/stat".formatted(process.pid())));
    } catch (IOException e) {
      return "";
    }
  }
}
