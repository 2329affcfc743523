package org.bulbil.cli.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bulbil.cli.CommandLines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayCommandTest {

  private static final int DAYS = 200;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeFiles() throws IOException {
    series("fees.csv", "date,feerate_sat_vb", 5);
    series("prices.csv", "date,close_usd", 10_000);
  }

  private void series(String name, String header, int value) throws IOException {
    var lines = new ArrayList<>(List.of(header));
    var first = LocalDate.parse("2019-01-02");
    IntStream.range(0, DAYS).forEach(day -> lines.add(first.plusDays(day) + "," + value));
    Files.write(folder.resolve(name), lines);
  }

  private int replay(String... more) {
    var arguments = new ArrayList<>(List.of("evolve", "replay"));
    arguments.addAll(List.of("--fees", folder.resolve("fees.csv").toString()));
    arguments.addAll(List.of("--prices", folder.resolve("prices.csv").toString()));
    arguments.addAll(List.of(more));
    return CommandLines.execute(out, err, arguments);
  }

  @Test
  void jsonHasEveryFieldAndAddsUp() {
    // Aim: what scripts read, by name, and that no satoshi is missing.
    assertThat(replay("--scenario", "COFFEE", "--replicates", "3", "--json")).isZero();
    var report = Jsonb.instance().type(Object.class).map().fromJson(out.toString());
    assertThat(report)
        .containsKeys("eta", "eta_ci95", "payments", "days_alive", "missed_affordable_renewals")
        .containsEntry("policy", "bulbil")
        .containsEntry("scenario", "COFFEE")
        .containsEntry("invoice_minimum", true)
        .containsEntry("confirmation_delay", true);
    assertThat(number(report, "difference_sat")).isZero();
    long spent = number(report, "donated_sat") - number(report, "held_sat");
    assertThat(spent)
        .isEqualTo(
            number(report, "rent_sat")
                + number(report, "fees_sat")
                + number(report, "charity_sat"));
    assertThat((Double) report.get("eta")).isEqualTo((double) number(report, "rent_sat") / spent);
  }

  private static long number(Map<String, Object> report, String name) {
    return ((Number) report.getOrDefault(name, -1)).longValue();
  }

  @Test
  void theSameSeedIsTheSameWhateverTheThreads() {
    // Aim: scripts can compare outputs byte by byte.
    var typed = List.of("--scenario", "TINY", "--replicates", "4", "--seed", "5", "--json");
    assertThat(replay(with(typed, "--threads", "1"))).isZero();
    var alone = out.toString();
    out.getBuffer().setLength(0);
    assertThat(replay(with(typed, "--threads", "3"))).isZero();
    assertThat(out.toString()).isEqualTo(alone);
  }

  private static String[] with(List<String> some, String... more) {
    var all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void rivalsLiveByTheConditionsOfTheirFigures() {
    // Aim: the default reproduces what is published; a switch brings the provider's rule back.
    assertThat(replay("--scenario", "BIG", "--policy", "original", "--json")).isZero();
    assertThat(out.toString()).contains("\"invoice_minimum\":false,\"confirmation_delay\":false");
    assertThat(
            replay(
                "--scenario",
                "BIG",
                "--policy",
                "original",
                "--invoice-minimum",
                "on",
                "--confirmation-delay",
                "on",
                "--json"))
        .isZero();
    assertThat(out.toString()).contains("\"invoice_minimum\":true,\"confirmation_delay\":true");
  }

  @Test
  void oneTableHasAllPoliciesAndScenarios() {
    // Aim: everything that is compared, on one page.
    assertThat(replay("--all", "--replicates", "2")).isZero();
    assertThat(out.toString())
        .contains("SMALL-RICH", "original", "token30", "clairvoyant365", "bulbil", "2 of 2");
  }

  @Test
  void peopleGetWords() {
    // Aim: without --json there is no JSON.
    assertThat(replay("--scenario", "small")).isZero();
    assertThat(out.toString()).contains("became rent", "difference    0 sat").doesNotContain("{");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--scenario HUGE                      | --scenario: there is no scenario 'HUGE'; there are",
        "--scenario BIG --policy best         | --policy: there is no policy 'best'; there are",
        "--scenario BIG --replicates 0        | --replicates must be 1 to 100000, not 0",
        "--scenario BIG --threads 0           | --threads must be 1 to 1024, not 0",
        "--scenario BIG --rent-cents-per-day 0| --rent-cents-per-day: rent must be 1 cent to",
        "--scenario BIG --rent-cents-per-day -5| --rent-cents-per-day: not an amount of cents: -5",
        "--scenario BIG --from 2019           | --from: a day is such as 2019-01-02, not '2019'",
        "--scenario BIG --from 2018-01-01     | which run from 2019-01-02 to 2019-07-20",
        "--scenario BIG --invoice-minimum no  | it is on or off, not 'no'",
        "--scenario BIG --polcy best          | did you mean --policy?",
        "--all --scenario BIG                 | either --all, or --scenario NAME",
        "--policy bulbil                      | --scenario NAME is missing",
        "--json                               | either --all, or --scenario NAME",
      })
  void whatIsTypedWronglyIsNamed(String typed, String complaint) {
    // Aim: exit code 2, the option, its rule, and nothing on standard output.
    assertThat(replay(typed.strip().split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(complaint);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aBadFileIsNamedWithItsLine() throws IOException {
    // Aim: exit code 1, file, line, field and rule.
    Files.writeString(folder.resolve("fees.csv"), "date,feerate_sat_vb\n2019-01-02,-4\n");
    assertThat(replay("--scenario", "BIG")).isEqualTo(1);
    assertThat(err.toString()).contains("fees.csv, line 2, field feerate_sat_vb must be above 0");
  }
}
