package org.bulbil.agent.survive;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** Runs many lives and tells how they went: the program of {@code bench/survive}. */
public final class Survive {

  /** Aims of a whole run, on two cores. */
  private static final double LIVES_A_SECOND = 10_000 / 300.0;

  private final Options options;
  private final PrintStream out;
  private final InstantSource clock;

  private Survive(Options options, PrintStream out, InstantSource clock) {
    this.options = options;
    this.out = out;
    this.clock = clock;
  }

  public static void main(String[] arguments) throws InterruptedException {
    Complaints.hear();
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) throws InterruptedException {
    try {
      return new Survive(Options.read(arguments), System.out, InstantSource.system()).run();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
  }

  private int run() throws InterruptedException {
    Life.Listener listener =
        options.trace() ? (_, time) -> Diary.aloud(time, out::println) : Life.Listener.NOBODY;
    var begun = clock.instant();
    var run = new Run(options, listener, this::tell).all();
    var took = Duration.between(begun, clock.instant());
    tell(run, took);
    return options.without().isPresent() ? found(run) : run.failures().isEmpty() ? 0 : 1;
  }

  private void tell(Life.Failure failure) {
    out.printf("VIOLATION in life %d: %s%n", failure.seed(), failure.words());
    out.printf("  faults: %s%n", failure.faults());
    failure.events().forEach(event -> out.println("    " + event));
    out.printf("  replay: bench/survive --seed %d --trace%s%n%n", failure.seed(), without());
  }

  private String without() {
    return options.without().map(missing -> " --without " + missing.word()).orElse("");
  }

  private void tell(Run run, Duration took) {
    double seconds = took.toMillis() / 1000.0;
    row("figure", "measured", "aim");
    row("lives", Integer.toString(run.lives()), "");
    row("simulated days in all", Long.toString(run.lived().toDays()), "");
    row("seconds", number(seconds), "");
    row("lives a second", number(run.lives() / seconds), ">= " + number(LIVES_A_SECOND));
    row("violations", Integer.toString(run.failures().size()), "0");
    for (var happening : Happening.values()) {
      row(happening.words(), Long.toString(run.tally().of(happening)), "");
    }
    row("digest, the same for the same lives", Long.toHexString(run.digest()), "");
  }

  private void row(String what, String measured, String aim) {
    out.println("%-40s %16s   %s".formatted(what, measured, aim).stripTrailing());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** A harness that cannot fail proves nothing. */
  private int found(Run run) {
    var word = options.without().orElseThrow().word();
    run.first()
        .ifPresentOrElse(
            failure ->
                out.printf(
                    "without %s: found after %d lives (%s)%n",
                    word, run.lives(), failure.invariant()),
            () -> out.printf("without %s: NOT found in %d lives%n", word, run.lives()));
    return run.first().isPresent() ? 0 : 1;
  }
}
