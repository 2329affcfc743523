package org.bulbil.bitcoin.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bulbil.bitcoin.store.Medium.Span;

/**
 * A long sequence on disk, by position and without gaps. Only its first and last position are in
 * memory.
 */
public final class Log<R> {

  private static final String POSITION = "position";

  private final Store store;
  private final Medium medium;
  private final Form<R> form;
  private final Sheet sheet;
  private Optional<Span> span;
  private long version;

  Log(Store store, Medium medium, Form<R> form, Sheet sheet) {
    this.store = store;
    this.medium = medium;
    this.form = form;
    this.sheet = sheet;
    this.span = medium.span(sheet);
  }

  static Sheet sheet(Form<?> form) {
    return new Sheet(
        form.name(),
        Stream.concat(Stream.of(Column.number(POSITION)), form.columns().stream()).toList());
  }

  /** The first and the last position; empty where there is no row. */
  public Optional<Span> span() {
    return store.read(() -> span);
  }

  public Optional<R> at(long position) {
    return store.read(
        () ->
            span.filter(all -> all.first() <= position && position <= all.last())
                .flatMap(_ -> from(position, 1).stream().findFirst()));
  }

  /** At most {@code count} rows from {@code position} up, or from the first one above it. */
  public List<R> from(long position, int count) {
    return store.read(
        () -> {
          if (span.isEmpty() || position > span.get().last()) {
            return List.of();
          }
          return medium.from(sheet, position, count).stream()
              .map(values -> form.read().apply(new Row(sheet, values)))
              .toList();
        });
  }

  /** The last {@code count} rows, the newest first. */
  public List<R> newest(int count) {
    return store.read(
        () -> span.map(all -> from(all.last() - count + 1, count).reversed()).orElseGet(List::of));
  }

  /** Adds a row at the end; the first of a log is at position 1. */
  public void append(R row) {
    store.write(() -> replaceFrom(span.map(all -> all.last() + 1).orElse(1L), List.of(row)));
  }

  /**
   * Puts {@code rows} in the place of everything from {@code position} up.
   *
   * @param position at most one above the last; where the log is empty, it begins there
   */
  public void replaceFrom(long position, List<R> rows) {
    store.write(
        () -> {
          var before = span;
          if (before.isPresent()
              && (position < before.get().first() || position > before.get().last() + 1)) {
            throw new IllegalArgumentException(
                sheet.name() + " would have a gap: " + position + " is outside " + before.get());
          }
          long first = before.map(Span::first).orElse(position);
          long last = position + rows.size() - 1;
          store.change(() -> overwrite(position, rows), () -> set(first, last), () -> set(before));
        });
  }

  /** Puts {@code rows} before the first one. */
  public void prepend(List<R> rows) {
    store.write(
        () -> {
          var before = span.orElseThrow(() -> new IllegalArgumentException("an empty log"));
          long first = before.first() - rows.size();
          store.change(
              () -> write(first, rows),
              () -> set(first, before.last()),
              () -> set(Optional.of(before)));
        });
  }

  private void overwrite(long position, List<R> rows) {
    if (span.isPresent() && span.get().last() >= position) {
      medium.remove(sheet, new Span(position, span.get().last()));
    }
    write(position, rows);
  }

  private void write(long position, List<R> rows) {
    for (int i = 0; i < rows.size(); i++) {
      var values = form.row(rows.get(i), 1);
      values[0] = position + i;
      medium.put(sheet, values);
    }
  }

  /** Forgets everything below {@code position}. */
  public void dropBefore(long position) {
    store.write(
        () -> {
          var before = span;
          if (before.isPresent() && before.get().first() < position) {
            var old = before.get();
            store.change(
                () -> medium.remove(sheet, new Span(old.first(), position - 1)),
                () -> set(position, old.last()),
                () -> set(before));
          }
        });
  }

  private void set(long first, long last) {
    set(first > last ? Optional.empty() : Optional.of(new Span(first, last)));
  }

  private void set(Optional<Span> now) {
    span = now;
    version++;
  }

  /** Rises with every change, also with one that is taken back. */
  public long version() {
    return store.read(() -> version);
  }
}
