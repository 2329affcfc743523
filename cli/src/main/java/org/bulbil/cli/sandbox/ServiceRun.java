package org.bulbil.cli.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import org.bulbil.cli.console.Ending;
import org.bulbil.core.time.Time;

/** A service of the sandbox that runs alone until somebody ends it. */
final class ServiceRun {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private ServiceRun() {}

  /** A service that runs: where it is, and how it is ended. */
  record Service(ServicesFile where, Closeable ending) {}

  /** Starts a service. */
  interface Opening {
    Service open() throws IOException, InterruptedException;
  }

  /** Runs until a signal comes; answers the exit code. */
  static int untilAsked(WorkFolder folder, Time time, Opening opening) throws IOException {
    var ending = Ending.bySignal();
    int code = 1;
    try {
      run(opening.open(), folder, time, ending);
      code = 0;
    } catch (InterruptedException e) {
      code = 0;
    } finally {
      ending.over(code);
    }
    return code;
  }

  private static void run(Service service, WorkFolder folder, Time time, Ending ending)
      throws IOException, InterruptedException {
    try (var _ = service.ending()) {
      service.where().lines().forEach(System.out::println);
      System.out.println("also in " + service.where().writeTo(folder) + "; Ctrl-C ends it");
      while (!ending.isAsked()) {
        time.pause(LOOK_AGAIN);
      }
    } finally {
      var _ = Thread.interrupted();
    }
  }
}
