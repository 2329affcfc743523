package org.bulbil.atlas.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Connections to a database of the map: some to read with, one to write with.
 *
 * <p>Only one update at a time is possible in this process, since there is one connection for it,
 * and in all processes, since it begins by taking the database's lock.
 */
final class Database implements AutoCloseable {

  private final String name;
  private final List<String> begin;
  private final HikariDataSource readers;
  private final HikariDataSource writer;

  /**
   * @param name for people; no secret
   * @param begin statements that begin a transaction, when nobody else writes; then others wait
   */
  Database(String name, List<String> begin, HikariDataSource readers, HikariDataSource writer) {
    this.name = name;
    this.begin = List.copyOf(begin);
    this.readers = readers;
    this.writer = writer;
  }

  /** Work with rows. */
  interface Work<T> {
    T with(Rows rows) throws SQLException;
  }

  /** The answer to one question. */
  <T> T ask(Work<T> work) {
    try (var connection = readers.getConnection()) {
      return work.with(new Rows(connection));
    } catch (SQLException e) {
      throw cannot("read", e);
    }
  }

  /** The answers to several questions, all of one moment. */
  <T> T askTogether(Work<T> work) {
    try (var connection = readers.getConnection()) {
      connection.setAutoCommit(false);
      try {
        return work.with(new Rows(connection));
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw cannot("read", e);
    }
  }

  /**
   * A connection in a transaction that nobody else can write beside. It ends by {@link
   * Connection#close}, and is undone then unless it was committed by {@link #commit}.
   *
   * <p>Transactions are begun and ended in words: SQLite's driver takes the lock again at once when
   * it is asked to commit, and would keep it.
   */
  Connection write() {
    try {
      var connection = writer.getConnection();
      try {
        for (var statement : begin) {
          run(connection, statement);
        }
        return connection;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw cannot("change", e);
    }
  }

  static void commit(Connection connection) throws SQLException {
    run(connection, "commit");
  }

  /** Undoes what was not committed. */
  static void undo(Connection connection) throws SQLException {
    run(connection, "rollback");
  }

  private static void run(Connection connection, String words) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(words);
    }
  }

  StoreException cannot(String verb, SQLException failure) {
    return new StoreException(
        "cannot %s the map's store %s: %s".formatted(verb, name, failure.getMessage()), failure);
  }

  @Override
  public void close() {
    writer.close();
    readers.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
