package org.bulbil.atlas.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions to one connection, and changes by it. */
final class Rows {

  /** How many rows the driver holds in memory; PostgreSQL's would hold all. */
  private static final int FETCH = 500;

  private final Connection connection;

  Rows(Connection connection) {
    this.connection = connection;
  }

  /** One row as a value. */
  interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> all(String sql, Reading<T> reading, Object... parameters) throws SQLException {
    var found = new ArrayList<T>();
    each(sql, row -> found.add(reading.read(row)), parameters);
    return found;
  }

  <T> Optional<T> first(String sql, Reading<T> reading, Object... parameters) throws SQLException {
    return all(sql, reading, parameters).stream().findFirst();
  }

  /** Something to do with one row. */
  interface Use {
    void of(ResultSet row) throws SQLException;
  }

  void each(String sql, Use use, Object... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH);
      bind(statement, parameters);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          use.of(rows);
        }
      }
    }
  }

  int change(String sql, Object... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /** A change that is made for many rows; they are sent in bundles. */
  Many many(String sql) throws SQLException {
    return new Many(connection.prepareStatement(sql));
  }

  static final class Many implements AutoCloseable {

    private final PreparedStatement statement;
    private int waiting;

    private Many(PreparedStatement statement) {
      this.statement = statement;
    }

    void add(@Nullable Object... parameters) throws SQLException {
      bind(statement, parameters);
      statement.addBatch();
      if (++waiting == FETCH) {
        send();
      }
    }

    void send() throws SQLException {
      if (waiting > 0) {
        statement.executeBatch();
        waiting = 0;
      }
    }

    @Override
    public void close() throws SQLException {
      statement.close();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
