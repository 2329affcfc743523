package org.bulbil.tor.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.bulbil.core.outcome.Outcome;

/**
 * When a consensus is meant to be used.
 *
 * @param from its valid-after time
 * @param until its valid-until time, later
 */
public record Validity(Instant from, Instant until) {

  /** As tor writes times, in UTC (control-spec, section 3.9). */
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  public Validity {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException(
          "a consensus valid from %s until %s".formatted(from, until));
    }
  }

  static Outcome<Validity> read(String from, String until) {
    try {
      return Outcome.done(new Validity(instant(from), instant(until)));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return Outcome.unknown("the times of tor's consensus make no sense: " + e.getMessage());
    }
  }

  private static Instant instant(String text) {
    return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
  }

  public Duration length() {
    return Duration.between(from, until);
  }
}
