package org.bulbil.bitcoin.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Statements that become durable together or not at all. Lives only inside {@link Sqlite#write} or
 * {@link Sqlite#transact}.
 *
 * <p>Parameters are texts, numbers, byte arrays, instants (stored as milliseconds), or {@code
 * Optional} of these; anything else is stored as its {@code toString}.
 */
public final class Transaction {

  private final Connection connection;

  Transaction(Connection connection) {
    this.connection = connection;
  }

  /** Runs a change; returns how many rows it touched. */
  public int update(String sql, Object... parameters) {
    try (var statement = prepare(sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new StoreException("cannot change the database: " + e.getMessage(), e);
    }
  }

  /** All rows of an answer, in its order; the query bounds how many. */
  public <T> List<T> list(String sql, Function<Row, T> shape, Object... parameters) {
    try (var statement = prepare(sql, parameters);
        var results = statement.executeQuery()) {
      var rows = new ArrayList<T>();
      var row = new Row(results);
      while (results.next()) {
        rows.add(shape.apply(row));
      }
      return List.copyOf(rows);
    } catch (SQLException e) {
      throw new StoreException("cannot read the database: " + e.getMessage(), e);
    }
  }

  /** The first row of an answer. */
  public <T> Optional<T> first(String sql, Function<Row, T> shape, Object... parameters) {
    return list(sql, shape, parameters).stream().findFirst();
  }

  /** The single number of an answer such as {@code select count(*) as n …}, named n; 0 if null. */
  public long number(String sql, Object... parameters) {
    return first(sql, row -> row.number("n"), parameters).orElse(0L);
  }

  private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
    var statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < parameters.length; i++) {
        bind(statement, i + 1, parameters[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(PreparedStatement statement, int index, Object parameter)
      throws SQLException {
    switch (parameter) {
      case Optional<?> some when some.isPresent() -> bind(statement, index, some.get());
      case Optional<?> _ -> statement.setObject(index, null);
      case Instant instant -> statement.setLong(index, instant.toEpochMilli());
      case byte[] bytes -> statement.setBytes(index, bytes);
      case Integer number -> statement.setLong(index, number);
      case Long number -> statement.setLong(index, number);
      default -> statement.setString(index, parameter.toString());
    }
  }
}
