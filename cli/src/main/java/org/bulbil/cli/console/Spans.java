package org.bulbil.cli.console;

import java.time.Duration;
import java.util.regex.Pattern;

/** Spans of time as people type them. */
public final class Spans {

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})(ms|s|m|h|d)");

  private Spans() {}

  /** Reads {@code 500ms}, {@code 60s}, {@code 10m}, {@code 2h} or {@code 1d}. */
  public static Duration parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "a span of time is a number with ms, s, m, h or d, such as 60s or 10m, not '"
              + text
              + "'");
    }
    long number = Long.parseLong(match.group(1));
    return switch (match.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
