package org.bulbil.cli.sandbox;

import java.io.IOException;
import java.time.Duration;
import org.bulbil.core.time.Time;

/** A service of the sandbox that runs alone until somebody ends it. */
final class ServiceRun {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private ServiceRun() {}

  /** Opens the service. */
  interface Opening<S extends AutoCloseable> {
    S open() throws IOException, InterruptedException;
  }

  /** Says where a service is. */
  interface Describing<S> {
    ServicesFile describe(S service);
  }

  /** Runs until a signal comes; answers the exit code. */
  static <S extends AutoCloseable> int untilAsked(
      WorkFolder folder, Time time, Opening<S> opening, Describing<S> describing) throws Exception {
    var ending = Ending.bySignal();
    int code = 1;
    try (var service = opening.open()) {
      var services = describing.describe(service);
      services.lines().forEach(System.out::println);
      System.out.println("also in " + services.writeTo(folder) + "; Ctrl-C ends it");
      while (!ending.isAsked()) {
        time.pause(LOOK_AGAIN);
      }
      code = 0;
    } catch (InterruptedException e) {
      code = 0;
    }
    return ending.over(code);
  }
}
