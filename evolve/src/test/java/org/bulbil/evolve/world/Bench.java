package org.bulbil.evolve.world;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How many relay-days the world lives in a second, beside the same relays under MASON's schedule.
 * Each figure is the median of warm repeats. Arguments: sizes with commas between them, repeats,
 * relay-days of one repeat (a quarter of it for MASON); or {@code --year}.
 */
final class Bench {

  private static final int WARM_DAYS = 40;

  /** Where there are very many, a day takes seconds. */
  private static final int FEW_WARM_DAYS = 20;

  /** Days after which a world is replaced by a fresh one, so that all sizes do the same. */
  private static final int SEASON = 160;

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
      var lap = new Lap(contender, relays, crew);
      for (int i = 0; i < repeats; i++) {
        speeds[i] = lap.speed(share);
      }
      Arrays.sort(speeds);
      double bytes = (double) (memory() - before) / lap.alive();
      return new Figures(speeds[repeats / 2], lap.asked(), bytes);
    }
  }

  /** Worlds one after the other: each lives a while unmeasured, then a season that counts. */
  private static final class Lap {

    private final Contender contender;
    private final int relays;
    private final Crew crew;
    private World world;
    private long asked;
    private long lived;

    Lap(Contender contender, int relays, Crew crew) {
      this.contender = contender;
      this.relays = relays;
      this.crew = crew;
      this.world = fresh();
    }

    private World fresh() {
      var warm = contender.world(relays, crew);
      warm.run(relays > MANY ? FEW_WARM_DAYS : WARM_DAYS);
      return warm;
    }

    /** Relay-days in a second of at least so many. */
    double speed(long relayDays) {
      long nanos = 0;
      long here = 0;
      while (here < relayDays) {
        world = world.day() < SEASON ? world : fresh();
        long begun = System.nanoTime();
        world.step();
        nanos += System.nanoTime() - begun;
        here += world.chronicle().last().lived();
        asked += world.chronicle().last().asked();
      }
      lived += here;
      return here * 1e9 / nanos;
    }

    double asked() {
      return (double) asked / lived;
    }

    int alive() {
      return world.alive();
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
