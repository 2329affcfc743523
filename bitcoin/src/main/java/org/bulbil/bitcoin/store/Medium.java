package org.bulbil.bitcoin.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Store} writes to: a file, or a simulated one. It keeps rows and knows nothing of
 * them. Changes are kept together by {@link #commit} or not at all; what was read in between shows
 * them. One thread at a time, which the store sees to.
 *
 * <p>A disk that is broken or full is a {@link StoreException}, after which {@link #rollback}
 * leaves everything as it was at the last commit.
 */
public interface Medium extends AutoCloseable {

  /** Where a log begins and ends. */
  record Span(long first, long last) {}

  /** Makes a sheet, durably, unless it is there. */
  void make(Sheet sheet);

  /** All rows, in the order of their keys. */
  List<@Nullable Object[]> all(Sheet sheet);

  /** At most {@code count} rows whose keys are numbers from {@code first} up, in their order. */
  List<@Nullable Object[]> from(Sheet sheet, long first, int count);

  /** The least and the largest key, where keys are numbers; empty where there is no row. */
  Optional<Span> span(Sheet sheet);

  /** Adds a row, or puts it in the place of the one with its key. */
  void put(Sheet sheet, @Nullable Object[] row);

  void remove(Sheet sheet, Object key);

  /** Removes the rows with keys from {@code first} to {@code last}. */
  void remove(Sheet sheet, Span keys);

  /** Makes all changes since the last commit durable. */
  void commit();

  /** Takes them back. */
  void rollback();

  @Override
  void close();
}
