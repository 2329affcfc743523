package org.bulbil.atlas.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The form of the tables: numbered scripts, each of which makes the next form of the former one.
 * The table {@code atlas_form} says which one a database has.
 */
final class Form {

  /** The newest, and so the number of scripts. */
  static final int NEWEST = 1;

  private Form() {}

  /**
   * Brings a database to the newest form, or finds it there.
   *
   * @throws StoreException where it is another program's, or a newer program's
   */
  static void bringUpToDate(Database database) {
    try (var connection = database.write()) {
      try {
        int form = form(connection, database);
        for (int next = form + 1; next <= NEWEST; next++) {
          run(connection, next);
        }
        Database.commit(connection);
      } catch (SQLException | StoreException e) {
        Database.undo(connection);
        throw e;
      }
    } catch (SQLException e) {
      throw database.cannot("prepare", e);
    }
  }

  private static int form(Connection connection, Database database) throws SQLException {
    var tables = tables(connection);
    if (tables.isEmpty()) {
      return 0;
    }
    if (!tables.contains("atlas_form")) {
      throw new StoreException(
          "%s is another program's database (it has the table %s); give the map one of its own"
              .formatted(database, tables.iterator().next()));
    }
    int form =
        new Rows(connection)
            .first("select form from atlas_form", row -> row.getInt(1))
            .orElseThrow(() -> new StoreException(database + " does not say what form it has"));
    if (form > NEWEST) {
      throw new StoreException(
          "%s has form %d, this program knows forms up to %d; start the newer program"
              .formatted(database, form, NEWEST));
    }
    return form;
  }

  private static Set<String> tables(Connection connection) throws SQLException {
    var schema = Optional.ofNullable(connection.getSchema()).orElse(null);
    var names = new HashSet<String>();
    try (var tables =
        connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  private static void run(Connection connection, int form) throws SQLException {
    var rows = new Rows(connection);
    for (var statement : script(form).replaceAll("(?m)--.*$", "").split(";", -1)) {
      if (!statement.isBlank()) {
        rows.change(statement);
      }
    }
    rows.change("update atlas_form set form = ?", form);
  }

  private static String script(int form) {
    try (InputStream script = Form.class.getResourceAsStream("form-" + form + ".sql")) {
      return new String(
          Optional.ofNullable(script).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
