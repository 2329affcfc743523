package org.bulbil.evolve.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of texts.
 *
 * @param caption what it holds
 * @param heads one for each column; the first column names the row
 */
public record DataTable(String caption, List<String> heads, List<List<String>> rows) {

  public DataTable {
    heads = List.copyOf(heads);
    rows = rows.stream().map(List::copyOf).toList();
    for (var row : rows) {
      if (row.size() != heads.size()) {
        throw new IllegalArgumentException(
            "%d cells do not fit %d columns: %s".formatted(row.size(), heads.size(), row));
      }
    }
  }

  String html() {
    return """
        <div class="wide"><table><caption>%s</caption>
        <thead><tr>%s</tr></thead>
        <tbody>
        %s
        </tbody></table></div>
        """
        .formatted(
            Html.escaped(caption),
            heads.stream()
                .map(head -> cell("th scope=\"col\"", head))
                .collect(Collectors.joining()),
            rows.stream().map(DataTable::row).collect(Collectors.joining("\n")));
  }

  private static String row(List<String> cells) {
    return "<tr>"
        + cell("th scope=\"row\"", cells.getFirst())
        + cells.stream().skip(1).map(text -> cell("td", text)).collect(Collectors.joining())
        + "</tr>";
  }

  private static String cell(String tag, String text) {
    return "<%s>%s</%s>".formatted(tag, Html.escaped(text), tag.substring(0, 2));
  }
}
