package org.bulbil.cli.evolve;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.bulbil.evolve.report.Cells;
import org.bulbil.evolve.report.DataTable;
import org.bulbil.evolve.selection.Experiment;
import org.bulbil.evolve.selection.Verdict;

/** The experiment on selection as a table and as JSON. */
final class SelectionText {

  private static final Jsonb JSON = Jsonb.instance();

  private SelectionText() {}

  /** For scripts; shares are 0 to 1. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Line(
      int worlds,
      RunJson.Mean relays,
      RunJson.Mean generations,
      double strength,
      boolean holds,
      RunJson.Mean difference,
      Allele advantage,
      Allele neutral) {}

  /** One of the two differences. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Allele(
      RunJson.Mean first,
      RunJson.Mean last,
      RunJson.Mean rose,
      int fixed,
      int gone,
      RunJson.Mean priceSelection,
      RunJson.Mean priceTransmission,
      RunJson.Mean coefficient) {

    static Allele of(Verdict verdict) {
      return new Allele(
          RunJson.Mean.of(verdict.first()),
          RunJson.Mean.of(verdict.last()),
          RunJson.Mean.of(verdict.rose()),
          verdict.fixed(),
          verdict.gone(),
          RunJson.Mean.of(verdict.selection()),
          RunJson.Mean.of(verdict.transmission()),
          RunJson.Mean.of(verdict.coefficient()));
    }
  }

  static String json(Experiment found) {
    return JSON.toJson(
        new Line(
            found.worlds(),
            RunJson.Mean.of(found.relays()),
            RunJson.Mean.of(found.generations()),
            found.strength(),
            found.holds(),
            RunJson.Mean.of(found.difference()),
            Allele.of(found.advantage()),
            Allele.of(found.neutral())));
  }

  static List<String> lines(Experiment found) {
    var lines = new ArrayList<String>();
    lines.add(
        words(
            "%d worlds, %s relays, %s generations (at least %.0f), N·s = %.0f (more than %.0f)",
            found.worlds(),
            Cells.number(found.relays().value(), 0),
            Cells.of(found.generations(), 1),
            Experiment.GENERATIONS_LEAST,
            found.strength(),
            Experiment.STRENGTH_LEAST));
    lines.addAll(TextTable.lines(table(found)));
    lines.add(
        words(
            "difference of the shares at the end, world by world: %s",
            Cells.of(found.difference(), 3)));
    lines.add(
        found.holds()
            ? "The advantage spread, the name did not."
            : "These worlds do not show that an advantage spreads and a name does not.");
    return lines;
  }

  private static DataTable table(Experiment found) {
    return new DataTable(
        "Shares of relays",
        List.of("mean (95 % interval)", "a tenth more bandwidth", "another name (neutral)"),
        List.of(
            row("share at the start", found, v -> Cells.number(v.first().value(), 3)),
            row("share at the end", found, v -> Cells.of(v.last(), 3)),
            row("worlds in which it rose", found, v -> Cells.percent(v.rose())),
            row("… all have it / nobody has it", found, v -> v.fixed() + " / " + v.gone()),
            row("Price: selection", found, v -> Cells.of(v.selection(), 3)),
            row("Price: transmission", found, v -> Cells.of(v.transmission(), 3)),
            row("s for each generation", found, v -> Cells.of(v.coefficient(), 3))));
  }

  private static List<String> row(String name, Experiment found, Function<Verdict, String> cell) {
    return List.of(name, cell.apply(found.advantage()), cell.apply(found.neutral()));
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
