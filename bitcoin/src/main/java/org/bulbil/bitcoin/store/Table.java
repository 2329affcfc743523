package org.bulbil.bitcoin.store;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows by key, few enough to be all in memory; every change is written through to the disk. */
public final class Table<K extends Comparable<K>, R> {

  private final Store store;
  private final Medium medium;
  private final Form<R> form;
  private final Sheet sheet;
  private final Function<R, K> key;
  private final TreeMap<K, R> rows = new TreeMap<>();
  private @Nullable List<R> all;
  private long version;

  Table(Store store, Medium medium, Form<R> form, Function<R, K> key) {
    this.store = store;
    this.medium = medium;
    this.form = form;
    this.sheet = form.sheet();
    this.key = key;
    for (var values : medium.all(sheet)) {
      var row = form.read().apply(new Row(sheet, values));
      rows.put(key.apply(row), row);
    }
  }

  public Optional<R> find(K wanted) {
    return store.read(() -> Optional.ofNullable(rows.get(wanted)));
  }

  /** All rows in the order of their keys; the same list until one changes. */
  public List<R> all() {
    return store.read(
        () -> {
          var known = all;
          if (known == null) {
            known = List.copyOf(rows.values());
            all = known;
          }
          return known;
        });
  }

  /** The row with the largest key. */
  public Optional<R> last() {
    return store.read(() -> Optional.ofNullable(rows.lastEntry()).map(entry -> entry.getValue()));
  }

  /** Adds {@code row}, or puts it in the place of the one with its key; an equal one is left. */
  public void put(R row) {
    store.write(
        () -> {
          var name = key.apply(row);
          var former = rows.get(name);
          if (!row.equals(former)) {
            store.change(
                () -> medium.put(sheet, form.row(row, 0)),
                () -> set(name, row),
                () -> set(name, former));
          }
        });
  }

  /** Removes the row with this key, if there is one. */
  public void remove(K name) {
    store.write(
        () -> {
          var former = rows.get(name);
          if (former != null) {
            store.change(
                () -> medium.remove(sheet, keyValue(name)),
                () -> set(name, null),
                () -> set(name, former));
          }
        });
  }

  private static Object keyValue(Object name) {
    var value = Form.stored(name);
    if (value == null) {
      throw new IllegalArgumentException("an empty key");
    }
    return value;
  }

  private void set(K name, @Nullable R row) {
    if (row == null) {
      rows.remove(name);
    } else {
      rows.put(name, row);
    }
    all = null;
    version++;
  }

  /**
   * Rises with every change, also with one that is taken back: what was derived before is stale.
   */
  public long version() {
    return store.read(() -> version);
  }
}
