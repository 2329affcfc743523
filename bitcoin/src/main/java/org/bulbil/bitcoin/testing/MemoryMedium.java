package org.bulbil.bitcoin.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bulbil.bitcoin.store.Medium;
import org.bulbil.bitcoin.store.Sheet;
import org.bulbil.bitcoin.testing.SimulatedDisk.Moment;
import org.jspecify.annotations.Nullable;

/** Rows in memory. Changes are made at once and taken back unless they are committed. */
final class MemoryMedium implements Medium {

  /** All sheets of a file, by name. */
  static final class Rows {
    private final Map<String, NavigableMap<Object, @Nullable Object[]>> sheets = new HashMap<>();

    NavigableMap<Object, @Nullable Object[]> of(Sheet sheet) {
      return sheets.computeIfAbsent(sheet.name(), _ -> new TreeMap<>());
    }
  }

  private final Rows rows;
  private final Consumer<Moment> fate;
  private final BooleanSupplier syncsLater;
  private final List<Runnable> undo = new ArrayList<>();
  private final List<Runnable> unsynced = new ArrayList<>();
  private boolean isOpen = true;

  /**
   * @param syncsLater whether what is committed now could still be lost
   */
  MemoryMedium(Rows rows, Consumer<Moment> fate, BooleanSupplier syncsLater) {
    this.rows = rows;
    this.fate = fate;
    this.syncsLater = syncsLater;
  }

  static MemoryMedium closed() {
    var closed = new MemoryMedium(new Rows(), _ -> {}, () -> false);
    closed.close();
    return closed;
  }

  /** The process is over: nothing uncommitted stays, and whoever still writes is a ghost. */
  void end() {
    takeBack(undo);
    takeBack(unsynced);
    isOpen = false;
  }

  @Override
  public void make(Sheet sheet) {
    var _ = rows(sheet);
  }

  private NavigableMap<Object, @Nullable Object[]> rows(Sheet sheet) {
    if (!isOpen) {
      throw new IllegalStateException(sheet.name() + " is used after its process has ended");
    }
    return rows.of(sheet);
  }

  @Override
  public List<@Nullable Object[]> all(Sheet sheet) {
    return List.copyOf(rows(sheet).values());
  }

  @Override
  public List<@Nullable Object[]> from(Sheet sheet, long first, int count) {
    var found = new ArrayList<@Nullable Object[]>();
    for (var row : rows(sheet).tailMap(first, true).values()) {
      if (found.size() == count) {
        break;
      }
      found.add(row);
    }
    return found;
  }

  @Override
  public Optional<Span> span(Sheet sheet) {
    var all = rows(sheet);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Span((Long) all.firstKey(), (Long) all.lastKey()));
  }

  @Override
  public void put(Sheet sheet, @Nullable Object[] row) {
    var key = row[0];
    if (key == null) {
      throw new IllegalArgumentException(sheet.name() + " needs a key");
    }
    change(sheet, key, row);
  }

  @Override
  public void remove(Sheet sheet, Object key) {
    change(sheet, key, null);
  }

  @Override
  public void remove(Sheet sheet, Span keys) {
    List.copyOf(rows(sheet).subMap(keys.first(), true, keys.last(), true).keySet())
        .forEach(key -> change(sheet, key, null));
  }

  private void change(Sheet sheet, Object key, @Nullable Object @Nullable [] row) {
    var all = rows(sheet);
    fate.accept(Moment.WRITE);
    var former = all.get(key);
    undo.add(() -> set(all, key, former));
    set(all, key, row);
  }

  private static void set(
      NavigableMap<Object, @Nullable Object[]> all, Object key, @Nullable Object @Nullable [] row) {
    if (row == null) {
      all.remove(key);
    } else {
      all.put(key, row);
    }
  }

  @Override
  public void commit() {
    fate.accept(Moment.COMMIT);
    if (syncsLater.getAsBoolean()) {
      unsynced.addAll(undo);
    }
    undo.clear();
    fate.accept(Moment.COMMITTED);
  }

  /** What was committed is safe from now on. */
  void sync() {
    unsynced.clear();
  }

  @Override
  public void rollback() {
    takeBack(undo);
  }

  private static void takeBack(List<Runnable> changes) {
    changes.reversed().forEach(Runnable::run);
    changes.clear();
  }

  @Override
  public void close() {
    end();
  }
}
