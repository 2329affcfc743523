package org.bulbil.bitcoin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file survives as it was committed, grows by migrations, and is never read by an older program.
 */
class SqliteTest {

  private static final String ONE =
      "-- A note; nothing more.\ncreate table note (n integer primary key, at integer) strict";
  private static final String TWO =
      "alter table note add column word text; insert into note values (0, 0, 'two');";

  @TempDir private Path folder;

  @Test
  void migrationsRunOnceEachAndInOrder() {
    try (var old = open(List.of(ONE))) {
      old.write(sql -> sql.update("insert into note values (7, ?)", Instant.EPOCH));
    }
    for (int i = 0; i < 2; i++) {
      try (var file = open(List.of(ONE, TWO))) {
        assertThat(count(file)).isEqualTo(2);
      }
    }
  }

  @Test
  void aFileOfANewerProgramIsRefused() {
    open(List.of(ONE, TWO)).close();
    assertThatThrownBy(() -> open(List.of(ONE)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer program");
  }

  @Test
  void aBrokenMigrationChangesNothing() {
    open(List.of(ONE)).close();
    assertThatThrownBy(() -> open(List.of(ONE, TWO + "nonsense")))
        .isInstanceOf(StoreException.class);
    try (var file = open(List.of(ONE))) {
      assertThat(count(file)).isZero();
    }
  }

  @Test
  void whatThrowsIsUndone() {
    try (var file = open(List.of(ONE))) {
      assertThatThrownBy(
              () ->
                  file.write(
                      sql -> {
                        sql.update("insert into note values (1, 1)");
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");
      assertThat(count(file)).isZero();
    }
  }

  @Test
  void aTransactionWithinATransactionIsPartOfIt() {
    try (var file = open(List.of(ONE))) {
      assertThatThrownBy(
              () ->
                  file.write(
                      _ -> {
                        file.write(inner -> inner.update("insert into note values (1, 1)"));
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");
      assertThat(count(file)).isZero();
    }
  }

  @Test
  void manyThreadsTakeTurns() {
    try (var file = open(List.of(ONE))) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 50; i++) {
          int n = i;
          var _ =
              threads.submit(
                  () -> file.write(sql -> sql.update("insert into note values (?, 0)", n)));
        }
      }
      assertThat(count(file)).isEqualTo(50);
    }
  }

  @Test
  void valuesComeBackAsTheyWere() {
    try (var file = open(List.of("create table v (t text, i integer, b blob, x text) strict"))) {
      var now = Instant.parse("2026-11-22T12:00:00.123Z");
      file.write(
          sql ->
              sql.update(
                  "insert into v values (?, ?, ?, ?)",
                  "a;'b",
                  now,
                  new byte[] {1, -1},
                  Optional.empty()));
      Optional<String> read =
          file.transact(
              sql ->
                  sql.first(
                      "select * from v",
                      row ->
                          row.text("t")
                              + row.instant("i")
                              + row.bytes("b").length
                              + row.optionalText("x").isPresent()));
      assertThat(read).contains("a;'b" + now + "2false");
    }
  }

  @Test
  void itIsDurable() {
    try (var file = open(List.of(ONE))) {
      long synchronous =
          file.transact(sql -> sql.number("select synchronous as n from pragma_synchronous"));
      assertThat(synchronous).isEqualTo(2);
      Optional<String> mode =
          file.transact(sql -> sql.first("pragma journal_mode", row -> row.text("journal_mode")));
      assertThat(mode).contains("wal");
    }
  }

  @Test
  void whatIsNoDatabaseIsRefused() throws IOException {
    Files.writeString(
        folder.resolve("file.db"), "this is a diary, not a database, and long enough");
    assertThatThrownBy(() -> open(List.of(ONE))).isInstanceOf(StoreException.class);
  }

  private static long count(Sqlite file) {
    return file.transact(sql -> sql.number("select count(*) as n from note"));
  }

  private Sqlite open(List<String> migrations) {
    return Sqlite.open(folder.resolve("file.db"), migrations);
  }
}
