package org.bulbil.atlas.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Moments as Onionoo's protocol writes them: {@code 2013-04-24 12:22:22}, in UTC. */
public final class Timestamp {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private Timestamp() {}

  /** The moment that {@code text} spells; empty where it spells none. */
  public static Optional<Instant> read(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, FORM).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** To the second. */
  public static String text(Instant moment) {
    return FORM.format(moment.atOffset(ZoneOffset.UTC));
  }
}
