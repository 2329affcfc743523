package org.bulbil.agent.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bulbil.bitcoin.store.Row;
import org.bulbil.bitcoin.store.Sqlite;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/** Facts, entries and intents on disk. Every method is durable when it returns. */
public final class Journal implements AutoCloseable {

  /** Entries kept: a few years of a quiet life, under a megabyte. */
  private static final int ENTRIES_KEPT = 5_000;

  private static final int WORDS_MAX = 500;

  private final Sqlite store;
  private final Time time;

  private Journal(Sqlite store, Time time) {
    this.store = store;
    this.time = time;
  }

  /** Opens or creates the journal at {@code file}. */
  public static Journal open(Path file, Time time) {
    return new Journal(Sqlite.open(file, List.of(script("1.sql"))), time);
  }

  private static String script(String name) {
    try (var in = Journal.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The store itself, for tables with a class of their own. */
  public Sqlite store() {
    return store;
  }

  /** The newest value of {@code name}. */
  public Optional<String> recall(String name) {
    return store.transact(
        t -> t.first("select value from fact where name = ?", row -> row.text("value"), name));
  }

  /** As {@link #recall}, for a moment. */
  public Optional<Instant> recallInstant(String name) {
    return recall(name).map(Long::parseLong).map(Instant::ofEpochMilli);
  }

  public void remember(String name, String value) {
    store.write(
        t ->
            t.update(
                "insert into fact (name, value, at) values (?, ?, ?)"
                    + " on conflict (name) do update set value = excluded.value, at = excluded.at",
                name,
                value,
                time.now()));
  }

  public void remember(String name, Instant value) {
    remember(name, Long.toString(value.toEpochMilli()));
  }

  /** Writes down what happened; the oldest entries make room. */
  public void note(Entry.Kind kind, String words) {
    var kept = words.length() <= WORDS_MAX ? words : words.substring(0, WORDS_MAX - 1) + "…";
    store.write(
        t -> {
          t.update(
              "insert into entry (at, kind, words) values (?, ?, ?)",
              time.now(),
              kind.name(),
              kept);
          t.update("delete from entry where id <= (select max(id) from entry) - ?", ENTRIES_KEPT);
        });
  }

  /** The newest entries, newest first. */
  public List<Entry> newest(int count) {
    return store.transact(
        t ->
            t.list(
                "select at, kind, words from entry order by id desc limit ?",
                row ->
                    new Entry(
                        row.instant("at"), Entry.Kind.valueOf(row.text("kind")), row.text("words")),
                count));
  }

  /** Writes down that {@code act} is about to happen. */
  public Intent intend(Act act, String subject, String detail) {
    var made = time.now();
    return store.transact(
        t -> {
          t.update(
              "insert into intent (act, subject, detail, made) values (?, ?, ?, ?)",
              act.name(),
              subject,
              detail,
              made);
          return new Intent(
              t.number("select last_insert_rowid() as n"), act, subject, detail, made);
        });
  }

  /** The intent of this kind on {@code subject} whose outcome is not known, if there is one. */
  public Optional<Intent> unsettled(Act act, String subject) {
    return store.transact(
        t ->
            t.first(
                "select * from intent where act = ? and subject = ? and ended is null order by id",
                Journal::intent,
                act.name(),
                subject));
  }

  private static Intent intent(Row row) {
    return new Intent(
        row.number("id"),
        Act.valueOf(row.text("act")),
        row.text("subject"),
        row.text("detail"),
        row.instant("made"));
  }

  /** Closes {@code intent} if {@code outcome} is one; an unknown leaves it open, with a remark. */
  public void settle(Intent intent, Outcome<?> outcome) {
    switch (outcome) {
      case Outcome.Done<?> _ -> end(intent, "done", outcome.summary());
      case Outcome.Refused<?> _ -> end(intent, "refused", outcome.summary());
      case Outcome.Unknown<?> _ ->
          store.write(
              t ->
                  t.update(
                      "update intent set words = ? where id = ?", outcome.summary(), intent.id()));
    }
  }

  private void end(Intent intent, String result, String words) {
    store.write(
        t ->
            t.update(
                "update intent set ended = ?, result = ?, words = ? where id = ?",
                time.now(),
                result,
                words,
                intent.id()));
  }

  @Override
  public void close() {
    store.close();
  }
}
