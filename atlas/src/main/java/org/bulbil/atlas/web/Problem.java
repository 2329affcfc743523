package org.bulbil.atlas.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A request that is not answered, in the words of RFC 9457. */
public final class Problem {

  private Problem() {}

  /**
   * An answer that says what is wrong.
   *
   * @param status of HTTP, 400 to 599
   * @param title what kind of problem it is
   * @param detail which rule is broken by what; it may repeat what was sent
   */
  public static Answer answer(int status, String title, String detail) {
    var json =
        "{\"type\":\"about:blank\",\"title\":%s,\"status\":%d,\"detail\":%s}\n"
            .formatted(quoted(title), status, quoted(detail));
    return new Answer(
        status,
        Map.of("Content-Type", "application/problem+json", "Cache-Control", "no-store"),
        json.getBytes(StandardCharsets.UTF_8));
  }

  /** As a text of JSON, printable ASCII only, and harmless where somebody takes it for HTML. */
  static String quoted(String text) {
    var json = new StringBuilder("\"");
    text.chars()
        .forEach(
            letter -> {
              boolean isPlain = letter >= ' ' && letter < 127 && "\"\\<>&'".indexOf(letter) < 0;
              json.append(isPlain ? Character.toString(letter) : "\\u%04x".formatted(letter));
            });
    return json.append('"').toString();
  }
}
