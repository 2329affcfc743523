package org.bulbil.cli.contact;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of a stream that may hold anything, each in bounded memory. */
final class LineReader {

  /** Bytes that are kept of a line; tor takes no longer descriptor than twice that. */
  static final int BYTES_MAX = 32 << 10;

  /**
   * A line without its end.
   *
   * @param problem what was wrong with its bytes
   */
  record Line(String text, Optional<String> problem) {}

  private final InputStream in;

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** Empty at the end of the stream. */
  Optional<Line> next() throws IOException {
    var bytes = new ByteArrayOutputStream();
    int letter = in.read();
    if (letter < 0) {
      return Optional.empty();
    }
    for (; letter >= 0 && letter != '\n'; letter = in.read()) {
      if (bytes.size() < BYTES_MAX) {
        bytes.write(letter);
      }
    }
    return Optional.of(line(bytes.toByteArray()));
  }

  private static Line line(byte[] bytes) {
    int length =
        bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
    var text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
      return new Line(text, Optional.empty());
    } catch (CharacterCodingException _) {
      return new Line(
          text,
          Optional.of(
              bytes.length == BYTES_MAX
                  ? "the line is longer than " + BYTES_MAX + " bytes; the rest was not read"
                  : "the line is not UTF-8; what is not was replaced"));
    }
  }
}
