package org.bulbil.atlas.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Connections to a database of the map: some to read with, one to write with.
 *
 * <p>Only one update at a time is possible in this process, since there is one connection for it,
 * and in all processes, since it begins by taking the database's lock.
 */
final class Database implements AutoCloseable {

  private final String name;
  private final String lock;
  private final HikariDataSource readers;
  private final HikariDataSource writer;

  /**
   * @param name for people; no secret
   * @param lock the statement that waits until nobody else writes, and then keeps others waiting
   */
  Database(String name, String lock, HikariDataSource readers, HikariDataSource writer) {
    this.name = name;
    this.lock = lock;
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

  /** A connection in a transaction that nobody else can write beside. */
  Connection write() {
    try {
      var connection = writer.getConnection();
      try {
        var _ = new Rows(connection).all(lock, _ -> 0);
        return connection;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw cannot("change", e);
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
