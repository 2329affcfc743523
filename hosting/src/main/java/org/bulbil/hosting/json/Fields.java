package org.bulbil.hosting.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Supplier;
import org.bulbil.core.money.Cents;
import org.jspecify.annotations.Nullable;

/** Values of a body, checked: {@link Nonsense} names the field and the rule, never the content. */
public final class Fields {

  private Fields() {}

  public static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new Nonsense(field + " is missing");
    }
    return value;
  }

  /** What our own types refuse to hold is nonsense, told without its content. */
  public static <T> T sensible(String field, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new Nonsense(field + " is malformed");
    }
  }

  /** A whole number of cents, not negative. */
  public static Cents cents(String field, @Nullable BigDecimal value) {
    return sensible(field, () -> new Cents(required(field, value).longValueExact()));
  }

  /** A moment in ISO 8601. */
  public static Instant time(String field, @Nullable String value) {
    try {
      return IsoTime.read(required(field, value));
    } catch (Nonsense e) {
      throw new Nonsense(field + ": " + e.getMessage());
    }
  }
}
