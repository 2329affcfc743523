package org.bulbil.cli.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bulbil.cli.CommandLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

  @TempDir private Path folder;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  private int run(String... more) {
    return evolve("run", more);
  }

  private int evolve(String command, String... more) {
    out = new StringWriter();
    err = new StringWriter();
    var arguments = new ArrayList<>(List.of("evolve", command));
    arguments.addAll(List.of(more));
    return CommandLines.execute(out, err, arguments);
  }

  private int small(String... more) {
    var arguments = new ArrayList<>(List.of("--scenario", "founders28", "--years", "0.7"));
    arguments.addAll(List.of("--replicates", "2", "--quiet"));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private static Map<String, Object> object(String json) {
    return Jsonb.instance().type(Object.class).map().fromJson(json);
  }

  @Test
  void jsonHasEveryFieldAndAddsUp() {
    // Aim: what scripts read, by name, and that no satoshi is missing.
    assertThat(small("--breed", "all", "--json")).isZero();
    var report = object(out.toString());
    assertThat(report)
        .containsEntry("scenario", "founders28")
        .containsEntry("complete", true)
        .containsKeys("years", "relays", "seed", "rounds", "replicates");
    var breeds = (List<?>) Objects.requireNonNull(report.get("breeds"));
    assertThat(breeds).hasSize(3);
    for (var each : breeds) {
      @SuppressWarnings("unchecked")
      var breed = (Map<String, Object>) each;
      assertThat(breed)
          .containsKeys("relays", "fewest", "births", "rent_share", "fees_share", "lost_share")
          .containsKeys("extinct_rounds", "charity_share", "alive", "hashes");
      long rest =
          number(breed, "rent_sat")
              + number(breed, "fees_sat")
              + number(breed, "charity_sat")
              + number(breed, "held_sat")
              + number(breed, "lost_sat");
      assertThat(number(breed, "donated_sat")).isPositive().isEqualTo(rest);
      assertThat(number(breed, "difference_sat")).isZero();
    }
  }

  private static long number(Map<String, Object> object, String name) {
    return ((Number) object.getOrDefault(name, -1)).longValue();
  }

  @Test
  void outputIsTheSameForAnyNumberOfThreads() {
    // Aim: scripts can compare outputs byte by byte, and a machine with more threads agrees.
    assertThat(small("--json", "--breed", "all", "--threads", "1")).isZero();
    var first = out.toString();
    assertThat(small("--json", "--breed", "all", "--threads", "7")).isZero();
    assertThat(out.toString()).isEqualTo(first);
    assertThat(small("--json", "--breed", "all", "--seed", "2")).isZero();
    assertThat(out.toString()).isNotEqualTo(first);
  }

  @Test
  void everythingThatIsAskedForIsWritten() throws IOException {
    // Aim: a table for people, five CSV files, a page that says how it was made, five plots.
    var report = folder.resolve("r.html");
    var csv = folder.resolve("new/csv");
    assertThat(small("--report=" + report, "--csv=" + csv, "--plots=" + folder.resolve("plots")))
        .as(err.toString())
        .isZero();
    assertThat(out.toString()).contains("founders28, 0.7 years, rounds: 2", "bulbil");
    assertThat(err.toString()).isEmpty();
    assertThat(Files.readString(report))
        .contains("<code>bulbil evolve run --scenario founders28", "<h2>Survival</h2>");
    try (var files = Files.list(csv)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "population.csv", "ledger.csv", "genes.csv", "lives.csv", "lineage.csv");
    }
    assertThat(folder.resolve("plots/population.png")).isNotEmptyFile();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --scenario founder28 | did you mean founders28
          --scenario plenty --years 0 | --years must be a day (0.003) to 100, not 0.0
          --scenario plenty --years 101 | --years must be a day (0.003) to 100, not 101.0
          --scenario plenty --years NaN | --years must be a day (0.003) to 100, not NaN
          --scenario plenty --years ten | --years
          --scenario plenty --relays 0 | --relays: founders.count must be 1 to 100000000, not 0
          --scenario plenty --replicates 0 | --replicates must be 1 to 10000, not 0
          --scenario plenty --threads 0 | --threads must be 1 to 1024, not 0
          --scenario plenty --breed bulbl | --breed: there is no breed 'bulbl'
          --scenario plenty --breed bulbil --breed bulbil | can be named once
          --scenario plenty --purses none | --purses: purses are full or light, not 'none'
          --years 1 | --scenario
          --scenario plenty --yeers 1 | did you mean --years
          """)
  void whatIsTypedWronglyIsNamed(String typed, String words) {
    // Aim: exit code 2, the option and its rule, and nothing is run.
    assertThat(run(typed.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(words, "Try 'bulbil evolve run --help'");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void faultsOfAFileAreNamedByLineFieldAndRule() throws IOException {
    // Aim: exit code 1; all faults at once, as a person sees them.
    var file = folder.resolve("bad.toml");
    Files.writeString(
        file,
        """
        base = "plenty"
        [founders]
        count = 0
        [giving]
        loyalti = 0.5
        taste = -1
        [[shock]]
        kind = "flood"
        """);
    assertThat(run("--scenario", file.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains("bad.toml has 4 faults")
        .contains("line 3: founders.count must be 1 to 100000000, not 0")
        .contains("line 5: giving.loyalti is not known; did you mean 'loyalty'?")
        .contains("line 6: giving.taste must be 0 to 10, not -1")
        .contains("line 8: kind of a shock must be ban, drought, dear-fees or crash, not 'flood'");
  }

  @Test
  void filesThatAreNotThereAreNamed() {
    // Aim: reading and writing, before anything is computed.
    assertThat(run("--scenario", "no/such.toml")).isEqualTo(1);
    assertThat(err.toString()).contains("there is no file no/such.toml");
    var report = folder.resolve("none/r.html");
    assertThat(small("--report=" + report)).isEqualTo(1);
    assertThat(err.toString()).contains(report.toString(), "cannot be written");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void ownFilesAreRun() throws IOException {
    // Aim: a file that changes one number is a scenario like another.
    var file = folder.resolve("mine.toml");
    Files.writeString(file, "base = \"founders28\"\nname = \"mine\"\n[founders]\ncount = 5\n");
    assertThat(run("--scenario", file.toString(), "--years", "0.1", "--quiet", "--json")).isZero();
    assertThat(object(out.toString()))
        .containsEntry("scenario", "mine")
        .containsEntry("relays", 5L);
  }

  @Test
  void namesAndPlansAreShownWithoutRunning() {
    // Aim: --scenario list and --dry-run.
    assertThat(run("--scenario", "list")).isZero();
    assertThat(out.toString()).contains("founders28", "drought", "on day 913 the provider 'large'");
    assertThat(run("--scenario", "drought", "--breed", "all", "--years", "2", "--dry-run"))
        .isZero();
    assertThat(out.toString())
        .contains("730 days, 1 rounds", "bulbil, original, mycelium; 3 worlds");
  }

  @Test
  void otherCommandsRefuseWhatIsImpossible() {
    // Aim: the experiment, the fleet and the bench name option and rule too.
    assertThat(evolve("selection", "--relays", "3")).isEqualTo(2);
    assertThat(err.toString()).contains("--relays must be 16 to 1000000, not 3");
    assertThat(evolve("fleet", "--years", "3")).isEqualTo(2);
    assertThat(err.toString()).contains("--years must be 4 to 20, not 3");
    assertThat(evolve("bench", "--relays", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--relays must be 1 to 10000000, not 0");
  }

  @Test
  void theBenchMeasures() {
    // Aim: a line for each kind of purse and number of threads.
    assertThat(
            evolve(
                "bench",
                "--relays",
                "200",
                "--repeats",
                "1",
                "--work",
                "1000",
                "--threads",
                "2",
                "--json"))
        .isZero();
    assertThat(out.toString().lines()).hasSize(4);
    assertThat(object(out.toString().lines().findFirst().orElseThrow()))
        .containsKeys("relay_days_per_second", "asked_per_relay_day");
  }

  @Test
  void aFewWorldsDoNotProveSelection() throws IOException {
    // Aim: the exit code is the answer; the picture is written all the same.
    var plot = folder.resolve("s.png");
    assertThat(
            evolve(
                "selection",
                "--relays",
                "32",
                "--years",
                "1",
                "--replicates",
                "2",
                "--quiet",
                "--plot=" + plot))
        .isEqualTo(1);
    assertThat(out.toString()).contains("These worlds do not show");
    assertThat(plot).isNotEmptyFile();
  }

  @Test
  void theFleetIsComparedInPairs() {
    // Aim: two shocks, three breeds, a line each, and the differences to ours.
    assertThat(
            evolve(
                "fleet",
                "--relays",
                "20",
                "--years",
                "4",
                "--replicates",
                "1",
                "--quiet",
                "--json"))
        .isZero();
    var lines = out.toString().lines().map(RunCommandTest::object).toList();
    assertThat(lines).hasSize(6);
    assertThat(lines.getFirst()).containsEntry("scenario", "drought").containsKey("lowest_share");
    assertThat(lines.getLast()).containsEntry("breed", "mycelium").containsKey("lowest_less_first");
  }

  @Test
  void timeLeftIsWhatTheRestWillTake() {
    // Aim: a quarter done in a minute leaves three; nothing is promised at the very start.
    assertThat(ProgressLine.inWords(0.25, 2, 8, Duration.ofMinutes(1)))
        .isEqualTo(" 25 %, 2 of 8 rounds, about 3 min left");
    assertThat(ProgressLine.inWords(0.001, 0, 8, Duration.ofSeconds(1)))
        .isEqualTo("  0 %, 0 of 8 rounds");
  }
}
