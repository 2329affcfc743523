package org.bulbil.bitcoin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SQLite file is a store: durable, for one program, and never read by an older one. */
class SqliteFileTest extends StoreContract {

  @TempDir private Path folder;

  @Override
  StoreFile file() {
    return new SqliteFile(path());
  }

  private Path path() {
    return folder.resolve("file.db");
  }

  @Test
  void itIsDurable() {
    try (var sqlite = Sqlite.open(folder.resolve("other.db"))) {
      assertThat(sqlite.setting("synchronous")).isEqualTo("2");
      assertThat(sqlite.setting("journal_mode")).isEqualTo("wal");
    }
  }

  @Test
  void aFullDiskKeepsNothingOfATransaction() {
    notes.put(note(1, "kept"));
    store.close();
    var cramped = Sqlite.open(path());
    cramped.setting("max_page_count = 8");
    store = new Store(cramped);
    notes = store.table(NOTES, Note::id);
    assertThatThrownBy(
            () ->
                store.write(
                    () -> {
                      notes.put(note(1, "small"));
                      notes.put(note(2, "x".repeat(100_000)));
                    }))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("full");
    assertThat(notes.all()).containsExactly(note(1, "kept"));
    notes.put(note(3, "small again"));
    reopen();
    assertThat(notes.all()).containsExactly(note(1, "kept"), note(3, "small again"));
  }

  /** Also while its owner holds it, who goes on undisturbed. */
  @Test
  void aForeignFileIsReadAndNeverWritten() {
    notes.put(note(1, "kept"));
    try (var other = new ForeignFile(path()).open()) {
      var theirs = other.table(NOTES, Note::id);
      assertThat(theirs.all()).containsExactly(note(1, "kept"));
      assertThatThrownBy(() -> theirs.put(note(2, "ours"))).isInstanceOf(StoreException.class);
      notes.put(note(3, "more"));
    }
    reopen();
    assertThat(notes.all()).containsExactly(note(1, "kept"), note(3, "more"));
    assertThatThrownBy(
            () -> new ForeignFile(folder.resolve("none.db")).open().table(NOTES, Note::id))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void whatIsCommittedIsReadByOthersAndChangedByNone() throws SQLException {
    notes.put(note(1, "kept"));
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + path());
        var statement = other.createStatement()) {
      statement.execute("pragma busy_timeout = 0");
      try (var rows = statement.executeQuery("select words from note")) {
        assertThat(rows.getString(1)).isEqualTo("kept");
      }
      assertThatThrownBy(() -> statement.execute("delete from note")).hasMessageContaining("BUSY");
    }
  }

  @Test
  void aFileOfANewerProgramIsRefused() {
    store.close();
    try (var sqlite = Sqlite.open(path())) {
      sqlite.setting("user_version = 99");
      sqlite.commit();
    }
    assertThatThrownBy(() -> file().open())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer program");
  }

  @Test
  void aTableOfAnotherFormIsRefused() {
    store.close();
    store = file().open();
    var other =
        new Form<>(
            "note",
            List.of(Column.text("id")),
            (String word) -> List.of(word),
            row -> row.text("id"));
    assertThatThrownBy(() -> store.table(other, word -> word))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("other columns");
  }

  @Test
  void whatIsNoDatabaseIsRefused() throws IOException {
    var diary = folder.resolve("diary.db");
    Files.writeString(diary, "this is a diary, not a database, and long enough to be read as one");
    assertThatThrownBy(() -> new SqliteFile(diary).open()).isInstanceOf(StoreException.class);
  }
}
