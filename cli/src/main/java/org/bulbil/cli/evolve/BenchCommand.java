package org.bulbil.cli.evolve;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.evolve.ensemble.Ensemble;
import org.bulbil.evolve.speed.Speed;
import org.bulbil.evolve.world.Course.Purses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bulbil evolve bench}. */
@Command(
    name = "bench",
    description =
        "How many relay-days this machine lives in a second, with the production policy; medians of"
            + " warm repeats. bench/evolve has the same beside MASON.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil evolve bench",
      "  bulbil evolve bench --relays 1000000 --threads 4 --json",
      "JSON, a line for each row: relays, purses, threads, relay_days_per_second,",
      "asked_per_relay_day.",
      "Exit codes: 0 all well, 2 it was typed wrongly."
    })
public final class BenchCommand implements Callable<Integer> {

  private static final Jsonb JSON = Jsonb.instance();
  private static final int RELAYS_MOST = 10_000_000;
  private static final int REPEATS_MOST = 1000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--relays",
      paramLabel = "N",
      split = ",",
      defaultValue = "1000,10000,100000",
      description = "Sizes of the world, with commas between them (default ${DEFAULT-VALUE}).")
  private List<Integer> sizes;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads besides one (default: one for each processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "5",
      description = "Repeats of which the median is taken (default ${DEFAULT-VALUE}).")
  private int repeats;

  @Option(
      names = "--work",
      paramLabel = "N",
      defaultValue = "5000000",
      description = "Relay-days of a repeat, at least (default ${DEFAULT-VALUE}).")
  private long work;

  @Option(names = "--json", description = "A JSON object a line.")
  private boolean json;

  /** A row for scripts. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Line(
      int relays, String purses, int threads, double relayDaysPerSecond, double askedPerRelayDay) {}

  @Override
  public Integer call() {
    sizes.forEach(size -> check("--relays", size, RELAYS_MOST));
    check("--threads", threads, Ensemble.THREADS_MAX);
    check("--repeats", repeats, REPEATS_MOST);
    check("--work", work, Long.MAX_VALUE);
    for (var purses : Purses.values()) {
      Speed.warmUp(purses, threads);
    }
    if (!json) {
      out().println("relays     purses  threads  M relay-days/s  decisions/relay-day");
    }
    sizes.forEach(this::measure);
    return 0;
  }

  private void measure(int size) {
    for (var purses : Purses.values()) {
      for (int used : new TreeSet<>(List.of(1, threads))) {
        tell(Speed.of(size, purses, used, repeats, work, new SystemTime()));
      }
    }
  }

  private void tell(Speed speed) {
    var purses = speed.purses().name().toLowerCase(Locale.ROOT);
    var line =
        new Line(
            speed.relays(), purses, speed.threads(), speed.relayDaysPerSecond(), speed.asked());
    out()
        .println(
            json
                ? JSON.toJson(line)
                : String.format(
                    Locale.ROOT,
                    "%-9d  %-6s  %7d  %14.2f  %19.3f",
                    speed.relays(),
                    purses,
                    speed.threads(),
                    speed.relayDaysPerSecond() / 1e6,
                    speed.asked()));
    out().flush();
  }

  private void check(String option, long number, long most) {
    if (number < 1 || number > most) {
      throw new ParameterException(
          spec.commandLine(), "%s must be 1 to %d, not %d".formatted(option, most, number));
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
