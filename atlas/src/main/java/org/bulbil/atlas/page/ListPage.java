package org.bulbil.atlas.page;

import java.util.List;
import java.util.Map;

/**
 * The list of relays.
 *
 * @param count how many there are, in words
 * @param fields values of the search form, by name
 * @param hidden what the form carries along
 * @param shortcuts to what most readers look for; none for files
 * @param waiting what an empty map waits for; empty where it is none
 */
public record ListPage(
    Frame frame,
    String count,
    Map<String, String> fields,
    Map<String, String> hidden,
    List<Shortcut> shortcuts,
    List<Choice> choices,
    List<Column> columns,
    List<Row> rows,
    List<Turn> turns,
    String waiting) {

  /** A link to those that a filter lets through. */
  public record Shortcut(String words, String href) {}

  /** A filter that can be ticked. */
  public record Choice(String name, String words, boolean ticked) {}

  /**
   * The head of a column.
   *
   * @param href sorts by it; empty where nothing can be sorted by it
   * @param order of now, as {@code aria-sort} has it
   */
  public record Column(String words, String href, String order) {

    /** Heads of a table that has one order only. */
    public static List<Column> plain() {
      return heads().stream().map(words -> new Column(words, "", "none")).toList();
    }

    /** In the order of a row. */
    static List<String> heads() {
      return List.of(
          Sort.NAME.words(),
          Sort.SINCE.words(),
          "90 days",
          Sort.BANDWIDTH.words(),
          Sort.WEIGHT.words(),
          Sort.COUNTRY.words(),
          Sort.RUNWAY.words(),
          Sort.BALANCE.words(),
          "Address");
    }
  }

  /**
   * A link to another page of the list.
   *
   * @param relation for machines: {@code next}, {@code prev}
   */
  public record Turn(String words, String href, String relation) {}

  public ListPage {
    rows = List.copyOf(rows);
  }

  public String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
