package org.bulbil.cli.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bulbil.evolve.report.DataTable;

/** A table for a terminal: the first column to the left, the others to the right. */
final class TextTable {

  private static final String GAP = "  ";

  private TextTable() {}

  static List<String> lines(DataTable table) {
    var all = new ArrayList<>(List.of(table.heads()));
    all.addAll(table.rows());
    var widths =
        IntStream.range(0, table.heads().size())
            .map(column -> all.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return all.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> ("%" + (i == 0 ? "-" : "") + widths[i] + "s").formatted(row.get(i)))
        .collect(Collectors.joining(GAP));
  }
}
