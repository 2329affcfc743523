package org.bulbil.hosting.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;

/** ISO 8601 date and time with an offset, or without one, which then is UTC. */
public final class IsoTime {

  private IsoTime() {}

  public static Instant read(String text) {
    try {
      return instant(
          DateTimeFormatter.ISO_DATE_TIME.parseBest(text, Instant::from, LocalDateTime::from));
    } catch (DateTimeParseException e) {
      throw new Nonsense("a time is not ISO 8601");
    }
  }

  private static Instant instant(TemporalAccessor parsed) {
    return parsed instanceof Instant exact
        ? exact
        : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
  }
}
