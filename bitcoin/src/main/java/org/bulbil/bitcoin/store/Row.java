package org.bulbil.bitcoin.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stored row, by the names of its columns. */
public final class Row {

  private final Sheet sheet;
  private final @Nullable Object[] values;

  Row(Sheet sheet, @Nullable Object[] values) {
    this.sheet = sheet;
    this.values = values;
  }

  public String text(String column) {
    return (String) filled(column);
  }

  public Optional<String> optionalText(String column) {
    return Optional.ofNullable((String) value(column));
  }

  public long number(String column) {
    return (Long) filled(column);
  }

  public Optional<Long> optionalNumber(String column) {
    return Optional.ofNullable((Long) value(column));
  }

  public int integer(String column) {
    return Math.toIntExact(number(column));
  }

  /** A truth, stored as 1 or 0. */
  public boolean is(String column) {
    return number(column) == 1;
  }

  public byte[] bytes(String column) {
    return (byte[]) filled(column);
  }

  public Optional<byte[]> optionalBytes(String column) {
    return Optional.ofNullable((byte[]) value(column));
  }

  /** An instant, stored as milliseconds since 1970. */
  public Instant instant(String column) {
    return Instant.ofEpochMilli(number(column));
  }

  public Optional<Instant> optionalInstant(String column) {
    return optionalNumber(column).map(Instant::ofEpochMilli);
  }

  private Object filled(String column) {
    var value = value(column);
    if (value == null) {
      throw new StoreException("column " + column + " of " + sheet.name() + " is empty");
    }
    return value;
  }

  private @Nullable Object value(String column) {
    return values[sheet.place(column)];
  }
}
