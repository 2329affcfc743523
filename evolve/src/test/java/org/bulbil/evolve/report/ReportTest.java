package org.bulbil.evolve.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bulbil.evolve.ensemble.Design;
import org.bulbil.evolve.ensemble.Ensemble;
import org.bulbil.evolve.ensemble.Entrant;
import org.bulbil.evolve.plot.Theme;
import org.bulbil.evolve.world.Course.Purses;
import org.bulbil.evolve.world.Scenarios;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final int DAYS = 400;

  @TempDir private static Path folder;
  private static final Results RESULTS = new Results(design(2));

  private static Design design(int replicates) {
    return new Design(
        Scenarios.founders28().named("a <b> & \"c\""),
        List.of(Entrant.values()),
        DAYS,
        replicates,
        9,
        Purses.FULL);
  }

  @BeforeAll
  static void run() {
    try (var files = new CsvFolder(folder)) {
      new Ensemble(RESULTS.design(), 2)
          .run(
              round -> {
                RESULTS.add(round);
                files.add(round);
              });
    }
  }

  private static List<List<String>> rows(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name)).stream()
        .map(line -> List.of(line.split(",", -1)))
        .toList();
  }

  private static Stream<List<String>> of(Entrant entrant, String name) throws IOException {
    return rows(name).stream().filter(row -> row.getFirst().equals(entrant.word()));
  }

  @Test
  void everyFileHasAHeaderAndRowsOfItsWidth() throws IOException {
    // Aim: a reader of CSV meets no surprise.
    for (var name :
        List.of("population.csv", "ledger.csv", "genes.csv", "lives.csv", "lineage.csv")) {
      var rows = rows(name);
      assertThat(rows.getFirst()).startsWith("breed", "replicate");
      assertThat(rows).hasSizeGreaterThan(10);
      assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.getFirst()));
    }
  }

  @Test
  void theLedgerAddsUpInEveryWeek() throws IOException {
    // Aim: no satoshi is missing in the file either.
    rows("ledger.csv").stream()
        .skip(1)
        .map(row -> row.stream().skip(3).mapToLong(Long::parseLong).toArray())
        .forEach(sats -> assertThat(Arrays.stream(sats).skip(1).sum()).isEqualTo(sats[0]));
  }

  @Test
  void populationLivesAndGenesAgree() throws IOException {
    // Aim: three files say how many lived on the last day of the census, and it is one number.
    int day = DAYS / 28 * 28;
    var population =
        of(Entrant.BULBIL, "population.csv")
            .filter(row -> row.get(1).equals("1") && row.get(2).equals("" + day))
            .mapToInt(row -> Integer.parseInt(row.get(3)))
            .sum();
    var counted =
        of(Entrant.BULBIL, "genes.csv")
            .filter(row -> row.get(1).equals("1") && row.get(2).equals("" + day))
            .filter(row -> row.get(3).equals("credit") && row.get(4).equals("neutral"))
            .mapToInt(row -> Integer.parseInt(row.get(6)))
            .sum();
    var lived =
        of(Entrant.BULBIL, "lives.csv")
            .filter(row -> row.get(1).equals("1") && Integer.parseInt(row.get(3)) <= day)
            .filter(row -> row.get(4).isEmpty() || Integer.parseInt(row.get(4)) > day)
            .count();
    assertThat(population).isPositive().isEqualTo(counted).isEqualTo((int) lived);
  }

  @Test
  void everyParentIsInTheLineage() throws IOException {
    // Aim: the tree can be drawn from the file alone.
    var rows = of(Entrant.BULBIL, "lineage.csv").filter(row -> row.get(1).equals("2")).toList();
    var ids = rows.stream().map(row -> row.get(2)).toList();
    assertThat(rows).filteredOn(row -> !row.get(3).isEmpty()).isNotEmpty();
    assertThat(rows)
        .allSatisfy(row -> assertThat(row.get(3).isEmpty() || ids.contains(row.get(3))).isTrue());
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    // Aim: before anything is computed.
    var file = Files.writeString(folder.resolve("in-the-way"), "");
    assertThatThrownBy(() -> new CsvFolder(file)).hasMessageContaining(file.toString());
  }

  @Test
  void thePageNeedsNothingFromAnywhere() {
    // Aim: it is whole with scripts and SVG switched off, and asks nobody for anything.
    var page = new HtmlReport(RESULTS, "bulbil evolve run --scenario <x>").page();
    assertThat(page)
        .doesNotContain("<script", "<svg", "<link", "@import", "url(", "href=")
        .doesNotContainPattern("(src|srcset)=\"(?!data:image/png;base64,)")
        .contains("Relays in a &lt;b&gt; &amp; &quot;c&quot;", "--scenario &lt;x&gt;")
        .contains("prefers-color-scheme: dark");
    assertThat(words(page)).doesNotContain("Partial", "NaN", "Infinity");
  }

  @Test
  void everyPlotHasWordsAndNumbers() {
    // Aim: who sees no picture misses nothing: text in its place, table below.
    var page = new HtmlReport(RESULTS, "").page();
    int plots = 5;
    assertThat(count(page, "<img ")).isEqualTo(plots);
    assertThat(count(page, "<img [^>]*alt=\"[^\"]{20,}\"")).isEqualTo(plots);
    assertThat(count(page, "<details>")).isEqualTo(plots);
    assertThat(count(page, "<table>")).isEqualTo(plots + 1);
    assertThat(page).contains("Relays alive over time. at the end: bulbil");
  }

  private static long count(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().count();
  }

  @Test
  void aStoppedRunSaysSo() {
    // Aim: nobody takes three rounds for thirty; a page without any round is a page.
    var results = new Results(design(3));
    var none = new HtmlReport(results, "").page();
    assertThat(none).contains("it was stopped after 0 of 3 rounds").doesNotContain("<img");
    new Ensemble(design(1), 1).run(results::add);
    assertThat(results.isComplete()).isFalse();
    assertThat(words(new HtmlReport(results, "").page()))
        .contains("it was stopped after 1 of 3 rounds")
        .contains("<img")
        .doesNotContain("NaN", "Infinity");
  }

  /** The page without its pictures, in whose letters any short word may stand. */
  private static String words(String page) {
    return page.replaceAll("base64,[^\"]*", "");
  }

  @Test
  void theSummaryIsWhatTheTracksSay() {
    // Aim: shares add up to everything that was spent; the pairs' difference is that of the means.
    var summaries = Summary.of(RESULTS);
    assertThat(summaries).extracting(Summary::entrant).containsExactly(Entrant.values());
    for (var summary : summaries) {
      double sum =
          summary.rent().value()
              + summary.fees().value()
              + summary.charity().value()
              + summary.lost().value();
      assertThat(sum).isBetween(0.9999, 1.0001);
    }
    var second = summaries.get(1);
    assertThat(second.lessThanFirst().orElseThrow().value())
        .isBetween(
            second.relays().value() - summaries.getFirst().relays().value() - 1e-6,
            second.relays().value() - summaries.getFirst().relays().value() + 1e-6);
  }

  @Test
  void picturesAreMadeInBothThemes() {
    // Aim: no figure fails in the dark.
    for (var figure : Figures.of(RESULTS)) {
      assertThat(figure.name()).matches("[a-z]+");
      assertThat(figure.picture().apply(Theme.DARK))
          .isNotEqualTo(figure.picture().apply(Theme.LIGHT));
    }
  }
}
