package org.bulbil.bitcoin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** One row of an answer, by the names of its columns; valid only while it is being read. */
public final class Row {

  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  /** A text that is never null. */
  public String text(String column) {
    return optionalText(column)
        .orElseThrow(() -> new StoreException("column " + column + " is null"));
  }

  public Optional<String> optionalText(String column) {
    return read(() -> Optional.ofNullable(results.getString(column)));
  }

  public long number(String column) {
    return read(() -> results.getLong(column));
  }

  public int integer(String column) {
    return Math.toIntExact(number(column));
  }

  public byte[] bytes(String column) {
    return read(() -> results.getBytes(column));
  }

  /** An instant, stored as milliseconds since 1970. */
  public Instant instant(String column) {
    return Instant.ofEpochMilli(number(column));
  }

  public Optional<Instant> optionalInstant(String column) {
    return read(
        () -> {
          long value = results.getLong(column);
          return results.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
        });
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (SQLException e) {
      throw new StoreException("cannot read a column", e);
    }
  }

  /** Reads a column. */
  private interface Reading<T> {
    T read() throws SQLException;
  }
}
