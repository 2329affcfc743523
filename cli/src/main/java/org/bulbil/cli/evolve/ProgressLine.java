package org.bulbil.cli.evolve;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.bulbil.cli.console.Terminal;
import org.bulbil.core.time.Time;
import org.bulbil.evolve.ensemble.Progress;

/**
 * How far an ensemble is, and about how long it will still take: one line that is written over
 * again before a person, a line now and then elsewhere.
 */
final class ProgressLine implements AutoCloseable {

  /** Between two looks. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** Between two lines where nobody watches: a log of an hour has some hundred. */
  private static final Duration LINE = Duration.ofSeconds(30);

  /** Where less is done, how long the rest takes cannot be told. */
  private static final double ENOUGH = 0.01;

  private static final String OVER_AGAIN = "\r\u001b[K";

  private final Thread worker;

  private ProgressLine(Runnable work) {
    worker = Thread.ofVirtual().name("progress").start(work);
  }

  /** Says nothing. */
  static ProgressLine none() {
    return new ProgressLine(() -> {});
  }

  /** Begins to say it. */
  static ProgressLine on(PrintWriter people, Progress progress, Time time) {
    return new ProgressLine(() -> watch(people, progress, time, Terminal.isThere()));
  }

  private static void watch(PrintWriter people, Progress progress, Time time, boolean isTerminal) {
    var begun = time.now();
    try {
      while (true) {
        time.pause(isTerminal ? LOOK : LINE);
        var words = words(progress, Duration.between(begun, time.now()));
        people.print(isTerminal ? OVER_AGAIN + words : words + System.lineSeparator());
        people.flush();
      }
    } catch (InterruptedException e) {
      people.print(isTerminal ? OVER_AGAIN : "");
      people.flush();
    }
  }

  private static String words(Progress progress, Duration passed) {
    return inWords(progress.share(), progress.rounds(), progress.roundsInAll(), passed);
  }

  static String inWords(double share, int rounds, int of, Duration passed) {
    var left =
        share < ENOUGH
            ? ""
            : ", about %s left".formatted(span(passed.toMillis() / 1000.0 * (1 - share) / share));
    return String.format(Locale.ROOT, "%3.0f %%, %d of %d rounds%s", 100 * share, rounds, of, left);
  }

  private static String span(double seconds) {
    long whole = Math.round(seconds);
    return whole < 90 ? whole + " s" : Math.round(whole / 60.0) + " min";
  }

  @Override
  public void close() {
    worker.interrupt();
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
