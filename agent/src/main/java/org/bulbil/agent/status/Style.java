package org.bulbil.agent.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The page's style sheet, read once. */
final class Style {

  static final byte[] CSS = read();

  private Style() {}

  private static byte[] read() {
    try (var in = Style.class.getResourceAsStream("style.css")) {
      return Objects.requireNonNull(in, "style.css").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
