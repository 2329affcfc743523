package org.bulbil.agent.survive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Runs many lives and tells how they went: the program of {@code bench/survive}. */
public final class Survive {

  private Survive() {}

  public static void main(String[] arguments) throws IOException {
    Complaints.hear();
    long first = Long.parseLong(arguments[0]);
    int lives = Integer.parseInt(arguments[1]);
    boolean isTraced = arguments.length > 2;
    var tally = new Tally();
    long begun = System.nanoTime();
    int failures = 0;
    for (long seed = first; seed < first + lives; seed++) {
      var folder = Files.createTempDirectory(Path.of("/dev/shm"), "survive");
      Life.Listener listener =
          isTraced
              ? (_, clock) -> Diary.aloud(clock, System.out::println)
              : Life.Listener.NOBODY;
      var result = new Life(seed, Duration.ofDays(180), tally, listener).run(folder);
      if (result.failure().isPresent()) {
        failures++;
        var failure = result.failure().get();
        System.out.println("seed " + seed + "  " + failure.words());
        System.out.println("  faults: " + failure.faults());
        if (!isTraced) failure.events().forEach(event -> System.out.println("    " + event));
      }
      try (var files = Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf("%d lives in %.1f s, %.1f ms each; %d violations%n", lives, seconds, seconds * 1000 / lives, failures);
    for (var happening : Happening.values()) {
      System.out.printf("%-40s %d%n", happening.words(), tally.of(happening));
    }
  }
}
