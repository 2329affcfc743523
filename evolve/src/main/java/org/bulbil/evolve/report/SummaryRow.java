package org.bulbil.evolve.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A quantity of a summary, as it is shown to people.
 *
 * @param name of the row
 * @param cell what stands in it
 */
public record SummaryRow(String name, Function<Summary, String> cell) {

  private static final SummaryRow PAIRED =
      new SummaryRow(
          "… less those of the first, paired",
          s -> s.lessThanFirst().map(less -> Cells.of(less, 1)).orElse("–"));

  /** All of them, in their order. */
  private static final List<SummaryRow> ALL =
      List.of(
          new SummaryRow("relays in the last year", s -> Cells.of(s.relays(), 1)),
          PAIRED,
          new SummaryRow("… weighted by Tor's ramp", s -> Cells.of(s.known(), 1)),
          new SummaryRow("fewest relays on any day", s -> Cells.of(s.fewest(), 1)),
          new SummaryRow("rounds that died out", s -> Integer.toString(s.extinct())),
          new SummaryRow("births in a round", s -> Cells.of(s.births(), 1)),
          new SummaryRow(
              "median life in days",
              s ->
                  s.medianLife().isPresent()
                      ? Integer.toString(s.medianLife().getAsInt())
                      : "more than was seen"),
          new SummaryRow("spent satoshis to rent", s -> Cells.percent(s.rent())),
          new SummaryRow("… to miners", s -> Cells.percent(s.fees())),
          new SummaryRow("… to the charity", s -> Cells.percent(s.charity())),
          new SummaryRow("… lost with servers", s -> Cells.percent(s.lost())));

  /** A row for each quantity, a column for each breed; there must be a round. */
  public static DataTable table(Results results) {
    var summaries = Summary.of(results);
    var heads = new ArrayList<>(List.of("mean (95 % interval)"));
    summaries.forEach(summary -> heads.add(summary.entrant().word()));
    return new DataTable(
        "What became of each breed",
        heads,
        ALL.stream()
            .filter(row -> !row.equals(PAIRED) || summaries.size() > 1)
            .map(row -> row.of(summaries))
            .toList());
  }

  private List<String> of(List<Summary> summaries) {
    var cells = new ArrayList<>(List.of(name));
    summaries.forEach(summary -> cells.add(cell.apply(summary)));
    return cells;
  }
}
