package org.bulbil.agent.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.store.Column;
import org.bulbil.bitcoin.store.Form;
import org.bulbil.bitcoin.store.Log;
import org.bulbil.bitcoin.store.Medium.Span;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.bitcoin.store.StoreFile;
import org.bulbil.bitcoin.store.Table;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/** Facts, entries and intents on disk. Every method is durable when it returns. */
public final class Journal implements AutoCloseable {

  /** Entries kept: a few years of a quiet life, under a megabyte. */
  private static final int ENTRIES_KEPT = 5_000;

  private static final int WORDS_MAX = 500;

  private static final Form<Entry> ENTRY =
      new Form<>(
          "entry",
          List.of(Column.number("at"), Column.text("kind"), Column.text("words")),
          entry -> List.of(entry.at(), entry.kind().name(), entry.words()),
          row ->
              new Entry(
                  row.instant("at"), Entry.Kind.valueOf(row.text("kind")), row.text("words")));

  private final Store store;
  private final Table<String, Fact> facts;
  private final Log<Entry> entries;
  private final Intents intents;
  private final Time time;

  private Journal(Store store, Time time) {
    this.store = store;
    this.facts = store.table(Fact.FORM, Fact::name);
    this.entries = store.log(ENTRY);
    this.intents = new Intents(store);
    this.time = time;
  }

  /** Opens or creates the journal in {@code file}. */
  public static Journal open(StoreFile file, Time time) {
    return new Journal(file.open(), time);
  }

  /** The store itself, for tables with a class of their own. */
  public Store store() {
    return store;
  }

  /** The newest value of {@code name}. */
  public Optional<String> recall(String name) {
    return facts.find(name).map(Fact::value);
  }

  /** As {@link #recall}, for a moment. */
  public Optional<Instant> recallInstant(String name) {
    return recall(name).map(Long::parseLong).map(Instant::ofEpochMilli);
  }

  /** Keeps a value; the same value again costs nothing. */
  public void remember(String name, String value) {
    if (recall(name).filter(value::equals).isEmpty()) {
      facts.put(new Fact(name, value, time.now()));
    }
  }

  public void remember(String name, Instant value) {
    remember(name, Long.toString(value.toEpochMilli()));
  }

  /** Writes down what happened; the oldest entries make room. */
  public void note(Entry.Kind kind, String words) {
    var kept = words.length() <= WORDS_MAX ? words : words.substring(0, WORDS_MAX - 1) + "…";
    store.write(
        () -> {
          entries.append(new Entry(time.now(), kind, kept));
          entries
              .span()
              .map(Span::last)
              .ifPresent(last -> entries.dropBefore(last - ENTRIES_KEPT + 1));
        });
  }

  /** The newest entries, newest first. */
  public List<Entry> newest(int count) {
    return entries.newest(count);
  }

  /** Writes down that {@code act} is about to happen. */
  public Intent intend(Act act, String subject, String detail) {
    return intents.add(act, subject, detail, time.now());
  }

  /** The intent of this kind on {@code subject} whose outcome is not known, if there is one. */
  public Optional<Intent> unsettled(Act act, String subject) {
    return intents.unsettled(act, subject);
  }

  /** Closes {@code intent} if {@code outcome} is one; an unknown leaves it open, with a remark. */
  public void settle(Intent intent, Outcome<?> outcome) {
    intents.settle(intent, outcome, time.now());
  }

  @Override
  public void close() {
    store.close();
  }
}
