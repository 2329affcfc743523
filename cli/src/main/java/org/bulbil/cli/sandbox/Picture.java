package org.bulbil.cli.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bulbil.cli.console.Terminal;
import org.bulbil.core.time.Day;

/**
 * Everything that one drawing of the live table shows.
 *
 * @param now when it is drawn
 * @param headline in one line
 * @param counters in one line
 * @param rows in the order of birth
 * @param latest newest remarks and events, newest last
 */
record Picture(
    Instant now,
    Day day,
    String headline,
    String counters,
    List<TableRow> rows,
    List<String> latest) {

  /** Lines at the bottom for what happened last. */
  private static final int LATEST_LINES = 4;

  /** Headline, counters, head of the table, and a blank line on either side of it. */
  private static final int FIXED_LINES = 5;

  /** The lines, cut to the terminal: the living first, then what happened last. */
  List<String> lines(Terminal.Size size) {
    var lines = new ArrayList<>(List.of(headline, counters, "", TableRow.HEAD));
    int room = Math.max(1, size.rows() - FIXED_LINES - LATEST_LINES);
    table(room).forEach(lines::add);
    lines.add("");
    lines.addAll(latest.subList(Math.max(0, latest.size() - LATEST_LINES), latest.size()));
    return lines.stream().limit(size.rows()).map(line -> cut(line, size.columns())).toList();
  }

  private List<String> table(int room) {
    var sorted =
        rows.stream()
            .sorted(Comparator.comparing(row -> !row.relay().isAlive()))
            .map(row -> row.text(now, day))
            .toList();
    if (sorted.size() <= room) {
      return sorted;
    }
    var shown = new ArrayList<>(sorted.subList(0, room - 1));
    shown.add("… and " + (sorted.size() - room + 1) + " more");
    return shown;
  }

  private static String cut(String line, int columns) {
    return line.length() <= columns ? line : line.substring(0, Math.max(0, columns - 1)) + "…";
  }
}
