package org.bulbil.bitcoin.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How records of one kind are kept: their columns, and how a record becomes values and back.
 *
 * @param name of the table; stored, so never rename it
 * @param write the values of a record in the order of the columns: texts, numbers, byte arrays,
 *     instants, {@code Optional}s of these; of anything else its {@code toString}
 * @param read the record of a row
 */
public record Form<R>(
    String name, List<Column> columns, Function<R, List<?>> write, Function<Row, R> read) {

  public Form {
    columns = List.copyOf(columns);
  }

  Sheet sheet() {
    return new Sheet(name, columns);
  }

  /** The values of {@code record}, after {@code before} free places. */
  @Nullable Object[] row(R record, int before) {
    var values = write.apply(record);
    if (values.size() != columns.size()) {
      throw new IllegalArgumentException(
          "%d values for the %d columns of %s".formatted(values.size(), columns.size(), name));
    }
    var row = new @Nullable Object[before + values.size()];
    for (int i = 0; i < values.size(); i++) {
      row[before + i] = stored(values.get(i));
    }
    return row;
  }

  static @Nullable Object stored(Object value) {
    return switch (value) {
      case Optional<?> some when some.isPresent() -> stored(some.get());
      case Optional<?> _ -> null;
      case Instant instant -> instant.toEpochMilli();
      case byte[] bytes -> bytes;
      case Integer number -> number.longValue();
      case Long number -> number;
      case Boolean flag -> flag ? 1L : 0L;
      default -> value.toString();
    };
  }
}
