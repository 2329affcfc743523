package org.bulbil.wire;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A complete HTTP answer.
 *
 * @param status 100 to 599
 * @param headers as sent
 * @param body never more than the client's limit
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; copied nowhere.
public record Reply(int status, HttpHeaders headers, byte[] body) {

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The first header of this name, in whatever case; empty where there is none. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** When the other side made it, by its own clock; empty where it does not say so readably. */
  public Optional<Instant> date() {
    return headers.firstValue("Date").flatMap(Reply::read);
  }

  private static Optional<Instant> read(String date) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
