package org.bulbil.atlas.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Moments as Onionoo writes them: {@code 2026-02-22 10:00:00}, in UTC. */
final class Moments {

  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private Moments() {}

  static String text(Instant moment) {
    return FORM.format(moment.atOffset(ZoneOffset.UTC));
  }

  static Optional<Instant> read(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, FORM).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
