package org.bulbil.cli.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bulbil.evolve.contest.Findings;
import org.bulbil.evolve.gift.Scenario;

/** All policies and all scenarios on one page. */
final class ReplayTable {

  private final List<Row> rows = new ArrayList<>();

  /**
   * One policy.
   *
   * @param label policy and conditions
   * @param found one for each scenario
   */
  record Row(String label, List<Findings> found) {

    String line(Function<Findings, String> cell) {
      return ReplayTable.line("  " + label, found.stream().map(cell).toList());
    }
  }

  void add(Row row) {
    rows.add(row);
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    add(lines, "share of spent satoshis that became rent", ReplayTable::share);
    add(lines, "share of donated satoshis still held", ReplayTable::held);
    add(lines, "relays alive at the end", found -> found.alive() + " of " + found.lives());
    add(lines, "affordable renewals missed", found -> "" + found.missedAffordableRenewals());
    return lines;
  }

  private void add(List<String> lines, String heading, Function<Findings, String> cell) {
    lines.add(line(heading, Scenario.ALL.stream().map(Scenario::name).toList()));
    rows.forEach(row -> lines.add(row.line(cell)));
    lines.add("");
  }

  private static String share(Findings found) {
    var eta = found.eta();
    return String.format(Locale.ROOT, "%.3f ±%.3f", eta.value(), (eta.high() - eta.low()) / 2);
  }

  /** What is not in the first share: small coins that wait, perhaps for ever. */
  private static String held(Findings found) {
    var total = found.total();
    return String.format(Locale.ROOT, "%.3f", (double) total.held() / total.donated());
  }

  private static String line(String label, List<String> cells) {
    return "%-42s".formatted(label)
        + cells.stream().map("%13s"::formatted).collect(Collectors.joining());
  }
}
