package org.bulbil.evolve.world;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bulbil.evolve.speed.Lap;

/**
 * How many relay-days the world lives in a second, beside the same relays under MASON's schedule.
 * Each figure is the median of warm repeats. Arguments: sizes with commas between them, repeats,
 * relay-days of one repeat (a quarter of it for MASON); or {@code --year}.
 */
final class Bench {

  /** With fewer relays, what else is in the heap would be counted as theirs. */
  private static final int MANY = 100_000;

  private final int repeats;
  private final long work;

  private Bench(int repeats, long work) {
    this.repeats = repeats;
    this.work = work;
  }

  public static void main(String[] arguments) {
    if (List.of(arguments).contains("--year")) {
      year();
      return;
    }
    var sizes = arguments.length == 0 ? "1000,10000,100000,1000000" : arguments[0];
    int repeats = arguments.length < 2 ? 5 : Integer.parseInt(arguments[1]);
    long work = arguments.length < 3 ? 10_000_000 : Long.parseLong(arguments[2]);
    var bench = new Bench(repeats, work);
    bench.warmUp();
    System.out.println(
        "relays    engine                            M relay-days/s  asked/relay-day  bytes/relay");
    Arrays.stream(sizes.split(",")).mapToInt(Integer::parseInt).forEach(bench::row);
  }

  /** The compiler sees every way before anything is measured. */
  private void warmUp() {
    for (var contender : Contender.values()) {
      try (var crew = new Crew(contender.threads)) {
        contender.world(2000, crew).run(400);
      }
    }
  }

  private void row(int relays) {
    double one = 0;
    for (var contender : Contender.values()) {
      var figures = measure(contender, relays);
      one = contender == Contender.LIGHT ? figures.speed() : one;
      System.out.printf(
          Locale.ROOT,
          "%-9d %-34s %13.2f %16.3f %12s%s%n",
          relays,
          contender.words,
          figures.speed() / 1e6,
          figures.asked(),
          relays < MANY ? "" : String.format(Locale.ROOT, "%.0f", figures.bytes()),
          contender == Contender.LIGHT_TWO
              ? String.format(Locale.ROOT, "   x %.2f", figures.speed() / one)
              : "");
    }
  }

  /** What was measured of one contender. */
  private record Figures(double speed, double asked, double bytes) {}

  private Figures measure(Contender contender, int relays) {
    long before = memory();
    try (var crew = new Crew(contender.threads)) {
      var speeds = new double[repeats];
      long share = contender.isMason() ? work / 4 : work;
      var lap =
          new Lap(() -> contender.world(relays, crew), () -> Duration.ofNanos(System.nanoTime()));
      for (int i = 0; i < repeats; i++) {
        speeds[i] = lap.speed(share);
      }
      Arrays.sort(speeds);
      double bytes = (double) (memory() - before) / lap.alive();
      return new Figures(speeds[repeats / 2], lap.asked(), bytes);
    }
  }

  private static long memory() {
    var runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** A million relays, every coin of each, for a year. */
  private static void year() {
    try (var crew = new Crew(2)) {
      var world = Contender.FULL_TWO.world(1_000_000, crew);
      long begun = System.nanoTime();
      world.run(365);
      double seconds = (System.nanoTime() - begun) / 1e9;
      long lived = world.chronicle().days().stream().mapToLong(row -> row.lived()).sum();
      System.out.printf(
          Locale.ROOT,
          "a million relays, full coin lists, one year: %.0f s, %.2f M relay-days/s on 2 threads,"
              + " %d alive, heap at most %d MB, used at the end %d MB%n",
          seconds,
          lived / seconds / 1e6,
          world.alive(),
          Runtime.getRuntime().maxMemory() >> 20,
          memory() >> 20);
    }
  }
}
