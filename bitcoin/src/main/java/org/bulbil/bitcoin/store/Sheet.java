package org.bulbil.bitcoin.store;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a {@link Medium} knows of rows: a name, and columns of which the first is the key. A row is
 * an array of as many values, each a {@code Long}, a {@code String}, a {@code byte[]} or null.
 */
public record Sheet(String name, List<Column> columns) {

  public Sheet {
    columns = List.copyOf(columns);
    if (columns.isEmpty() || columns.getFirst().isOptional()) {
      throw new IllegalArgumentException(name + " needs a key, as its first column");
    }
  }

  Column key() {
    return columns.getFirst();
  }

  /** The place of a column in a row. */
  int place(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name + " has no column '" + column + "'");
  }

  /** As SQLite creates it. */
  String sql() {
    return columns.stream()
        .map(column -> column.sql() + (column.equals(key()) ? " primary key" : ""))
        .collect(Collectors.joining(", ", "create table " + name + " (", ") strict"));
  }
}
