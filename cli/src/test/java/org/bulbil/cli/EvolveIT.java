package org.bulbil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.avaje.jsonb.Jsonb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvolveIT {

  private static final Duration ROUND = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void controlCKeepsTheRoundsThatAreOver() throws Exception {
    // Aim: after the first round a signal leaves whole rounds in the files, says so everywhere, and
    // the exit code tells.
    var report = folder.resolve("r.html");
    var csv = folder.resolve("csv");
    try (var bulbil =
        new BulbilProcess(
            folder,
            "evolve",
            "run",
            "--scenario=founders28",
            "--replicates=10000",
            "--json",
            "--csv=" + csv,
            "--report=" + report)) {
      awaitRound(csv, bulbil);
      bulbil.signal("INT");
      assertThat(bulbil.exitCode(END)).as(bulbil.errors()).isEqualTo(130);
      var found = Jsonb.instance().type(Object.class).map().fromJson(bulbil.out());
      assertThat(found).containsEntry("complete", false).containsEntry("replicates", 10_000L);
      assertThat(((Number) found.getOrDefault("rounds", -1)).longValue()).isBetween(1L, 9_999L);
      assertThat(Files.readString(report)).contains("it was stopped after");
      var lines = Files.readAllLines(csv.resolve("population.csv"));
      assertThat((lines.size() - 1) % (5 * 365)).as("days of whole rounds").isZero();
    }
  }

  private static void awaitRound(Path csv, BulbilProcess bulbil) throws Exception {
    var file = csv.resolve("lineage.csv");
    var deadline = Instant.now().plus(ROUND);
    while (!Files.exists(file) || Files.size(file) < 1000) {
      assertThat(bulbil.isAlive()).as(bulbil.errors()).isTrue();
      assertThat(Instant.now()).as("waiting for the first round").isBefore(deadline);
      Thread.sleep(50);
    }
  }
}
