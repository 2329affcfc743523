package org.bulbil.sandbox.provider.api;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bulbil.sandbox.provider.api.reply.InvalidReply.Complaint;
import org.jspecify.annotations.Nullable;

/**
 * One value of a request, to be read as what it should be. What it is not is a complaint to the
 * form, in FastAPI's words; the value returned then is never used. A JSON null counts as absent.
 */
final class Field {

  private static final BigDecimal FAR = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Form form;
  private final List<String> place;
  private final @Nullable Object value;

  Field(Form form, List<String> place, @Nullable Object value) {
    this.form = form;
    this.place = place;
    this.value = value;
  }

  /** Text of {@code min} to {@code max} characters (code points). */
  String text(int min, int max) {
    return required(textIfAny(min, max), "");
  }

  Optional<String> textIfAny(int min, int max) {
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String text)) {
      return wrong("string_type", "Input should be a valid string");
    }
    var length = text.codePointCount(0, text.length());
    if (length < min) {
      return wrong("string_too_short", "String should have at least " + min + " characters");
    }
    return length > max
        ? wrong("string_too_long", "String should have at most " + max + " characters")
        : Optional.of(text);
  }

  /** Text that {@code pattern} matches wholly. */
  Optional<String> textIfAny(int min, int max, Pattern pattern) {
    return textIfAny(min, max)
        .flatMap(
            text ->
                pattern.matcher(text).matches()
                    ? Optional.of(text)
                    : wrong(
                        "string_pattern_mismatch",
                        "String should match pattern '" + pattern + "'"));
  }

  /** A whole number of {@code min} to {@code max}; digits in a string will do. */
  int whole(int min, int max) {
    return required(wholeIfAny(min, max), min);
  }

  Optional<Integer> wholeIfAny(int min, int max) {
    if (value == null) {
      return Optional.empty();
    }
    var number = number(value);
    if (number.isEmpty()) {
      return wrong("int_parsing", "Input should be a valid integer");
    }
    if (number.get() < min) {
      return wrong("greater_than_equal", "Input should be greater than or equal to " + min);
    }
    return number.get() > max
        ? wrong("less_than_equal", "Input should be less than or equal to " + max)
        : Optional.of(number.get().intValue());
  }

  /** A whole number far outside every range is clamped: it only has to be refused. */
  private static Optional<Long> number(Object value) {
    try {
      var number = new BigDecimal(value.toString());
      return number.stripTrailingZeros().scale() <= 0
          ? Optional.of(number.max(FAR.negate()).min(FAR).longValue())
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** True or false; the strings "true" and "false" will do. */
  Optional<Boolean> flagIfAny() {
    if (value == null) {
      return Optional.empty();
    }
    return switch (value.toString()) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> wrong("bool_parsing", "Input should be a valid boolean");
    };
  }

  /** One of {@code words}. */
  Optional<String> oneOf(String... words) {
    if (value == null) {
      return Optional.empty();
    }
    return Arrays.asList(words).contains(value.toString())
        ? Optional.of(value.toString())
        : wrong("enum", "Input should be one of " + String.join(", ", words));
  }

  private <T> T required(Optional<T> found, T placeholder) {
    if (value == null) {
      form.complain(new Complaint("missing", place, "Field required"));
    }
    return found.orElse(placeholder);
  }

  private <T> Optional<T> wrong(String kind, String message) {
    form.complain(new Complaint(kind, place, message));
    return Optional.empty();
  }
}
