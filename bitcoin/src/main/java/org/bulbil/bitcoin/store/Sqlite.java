package org.bulbil.bitcoin.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * A store's rows in one SQLite file: write-ahead log, {@code synchronous=FULL} (a commit is on the
 * disk when the call returns). The file's write lock is held while it is open, so that no second
 * program changes rows that this one has in memory; others may read. Nothing global is set.
 */
final class Sqlite implements Medium {

  /** The form of our files, kept as {@code user_version}. */
  private static final int FORM = 1;

  /** How long we wait for another process, such as one that is just being killed, to let go. */
  private static final Duration BUSY_WAIT = Duration.ofSeconds(3);

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  private Sqlite(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens or creates {@code file}.
   *
   * @throws StoreException where it is no database, is of a newer program, or cannot be written
   */
  static Sqlite open(Path file) {
    var sqlite = new Sqlite(connect(file));
    try {
      sqlite.begin(file);
      return sqlite;
    } catch (SQLException e) {
      sqlite.close();
      throw new StoreException("cannot use the database " + file + ": " + e.getMessage(), e);
    } catch (StoreException e) {
      sqlite.close();
      throw e;
    }
  }

  /**
   * Opens {@code file} to look at, also while its owner writes to it; no lock is taken.
   *
   * @throws StoreException where it is no database, or not there
   */
  static Sqlite look(Path file) {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout((int) BUSY_WAIT.toMillis());
    return new Sqlite(connect(file, config));
  }

  private static Connection connect(Path file) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout((int) BUSY_WAIT.toMillis());
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return connect(file, config);
  }

  private static Connection connect(Path file, SQLiteConfig config) {
    try {
      return config.createConnection("jdbc:sqlite:" + file);
    } catch (SQLException e) {
      throw new StoreException("cannot open the database " + file + ": " + e.getMessage(), e);
    }
  }

  /** Takes the write lock, which each commit takes again, and checks the form. */
  private void begin(Path file) throws SQLException {
    connection.setAutoCommit(false);
    long form = number("select user_version from pragma_user_version").orElseThrow();
    if (form > FORM) {
      throw new StoreException(
          "%s has form %d, this program knows forms up to %d; start the newer program"
              .formatted(file, form, FORM));
    }
    update("pragma user_version = " + FORM);
    connection.commit();
  }

  private Optional<Long> number(String sql) throws SQLException {
    return query(sql).stream().findFirst().map(row -> (Long) row[0]);
  }

  @Override
  public void make(Sheet sheet) {
    changed(
        () -> {
          var known = query("select sql from sqlite_schema where name = ?", sheet.name());
          if (known.isEmpty()) {
            update(sheet.sql());
            connection.commit();
          } else if (!sheet.sql().equalsIgnoreCase(String.valueOf(known.getFirst()[0]))) {
            throw new StoreException(
                "the table %s has other columns than this program knows: %s"
                    .formatted(sheet.name(), known.getFirst()[0]));
          }
        });
  }

  @Override
  public List<@Nullable Object[]> all(Sheet sheet) {
    return read(() -> query("select * from %s order by %s".formatted(sheet.name(), key(sheet))));
  }

  @Override
  public List<@Nullable Object[]> from(Sheet sheet, long first, int count) {
    return read(
        () ->
            query(
                "select * from %s where %2$s >= ? order by %2$s limit ?"
                    .formatted(sheet.name(), key(sheet)),
                first,
                count));
  }

  @Override
  public Optional<Span> span(Sheet sheet) {
    var rows =
        read(
            () ->
                query("select min(%2$s), max(%2$s) from %1$s".formatted(sheet.name(), key(sheet))));
    return rows.getFirst()[0] instanceof Long first && rows.getFirst()[1] instanceof Long last
        ? Optional.of(new Span(first, last))
        : Optional.empty();
  }

  @Override
  public void put(Sheet sheet, @Nullable Object[] row) {
    var marks = sheet.columns().stream().map(_ -> "?").collect(Collectors.joining(", "));
    changed(
        () -> update("insert or replace into " + sheet.name() + " values (" + marks + ")", row));
  }

  @Override
  public void remove(Sheet sheet, Object key) {
    changed(() -> update("delete from %s where %s = ?".formatted(sheet.name(), key(sheet)), key));
  }

  @Override
  public void remove(Sheet sheet, Span keys) {
    changed(
        () ->
            update(
                "delete from %s where %s between ? and ?".formatted(sheet.name(), key(sheet)),
                keys.first(),
                keys.last()));
  }

  private static String key(Sheet sheet) {
    return sheet.key().name();
  }

  private void update(String sql, @Nullable Object... parameters) throws SQLException {
    var statement = bound(sql, parameters);
    try {
      statement.execute();
    } catch (SQLException e) {
      forget(sql, statement, e);
      throw e;
    }
  }

  /** A statement that failed once does not run again. */
  private void forget(String sql, PreparedStatement statement, SQLException failure) {
    statements.remove(sql);
    try {
      statement.close();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private List<@Nullable Object[]> query(String sql, @Nullable Object... parameters)
      throws SQLException {
    try (var results = bound(sql, parameters).executeQuery()) {
      var rows = new ArrayList<@Nullable Object[]>();
      while (results.next()) {
        rows.add(row(results));
      }
      return rows;
    }
  }

  private static @Nullable Object[] row(ResultSet results) throws SQLException {
    var row = new @Nullable Object[results.getMetaData().getColumnCount()];
    for (int i = 0; i < row.length; i++) {
      var value = results.getObject(i + 1);
      row[i] = value instanceof Integer small ? (Object) small.longValue() : value;
    }
    return row;
  }

  private PreparedStatement bound(String sql, @Nullable Object... parameters) throws SQLException {
    var statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  /** Asks for a setting by its name, or changes it. */
  String setting(String pragma) {
    return read(
        () -> {
          try (var statement = connection.createStatement()) {
            return statement.execute("pragma " + pragma)
                ? String.valueOf(row(statement.getResultSet())[0])
                : "";
          }
        });
  }

  @Override
  public void commit() {
    changed(connection::commit);
  }

  @Override
  public void rollback() {
    changed(
        () -> {
          try {
            connection.rollback();
          } catch (SQLException alreadyTakenBack) {
            // A full disk makes SQLite roll back by itself; the driver then has no transaction.
            try (var statement = connection.createStatement()) {
              statement.execute("begin immediate");
            }
          }
        });
  }

  @Override
  public void close() {
    changed(connection::close);
  }

  private static void changed(Change change) {
    try {
      change.make();
    } catch (SQLException e) {
      throw new StoreException("cannot change the database: " + e.getMessage(), e);
    }
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (SQLException e) {
      throw new StoreException("cannot read the database: " + e.getMessage(), e);
    }
  }

  /** A change of the file. */
  private interface Change {
    void make() throws SQLException;
  }

  /** A look into the file. */
  private interface Reading<T> {
    T read() throws SQLException;
  }
}
