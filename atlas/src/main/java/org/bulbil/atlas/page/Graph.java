package org.bulbil.atlas.page;

import java.util.List;

/**
 * One graph of a relay, with the same in words and numbers.
 *
 * @param span {@code one month}
 * @param light address of the picture on a light page, and {@code dark}
 * @param alternative what the picture shows, in a sentence
 * @param top value of its upper edge
 * @param from day of its left edge, and {@code to} of the right one
 * @param heads of the table's columns
 * @param table a dozen rows
 */
public record Graph(
    String span,
    String key,
    String light,
    String dark,
    String alternative,
    String top,
    String from,
    String to,
    List<String> heads,
    List<List<String>> table) {

  public Graph {
    table = List.copyOf(table);
  }

  /**
   * The graphs of one quantity, shortest first.
   *
   * @param data where a program, or a browser with JavaScript, finds the numbers
   * @param series of the data that are shown
   */
  public record Group(
      String title, String legend, String data, List<String> series, List<Graph> graphs) {

    public Group {
      graphs = List.copyOf(graphs);
    }
  }
}
