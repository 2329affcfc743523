package org.bulbil.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bulbil.core.outcome.Outcome;

/** The bytes of an HTTP/1.1 answer, as they come from a connection (RFC 9112). */
final class Incoming {

  /** Bytes of a status line with all headers: what common servers send at most. */
  private static final int HEAD_MAX = 64 << 10;

  private static final Outcome<byte[]> CUT_OFF = Outcome.unknown("an answer that was cut off");

  private final InputStream in;
  private int headLeft = HEAD_MAX;

  Incoming(InputStream in) {
    this.in = in;
  }

  /** The head and the body of an answer, of at most so many bytes. */
  Outcome<Reply> reply(int maxBytes) throws IOException {
    int status = status();
    var headers = headers();
    return body(status, headers, maxBytes).map(bytes -> new Reply(status, headers, bytes));
  }

  /** The status line's code, 100 to 599. */
  int status() throws IOException {
    var words = line().split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5][0-9]{2}")) {
      throw new IOException("not an HTTP/1.1 answer");
    }
    return Integer.parseInt(words[1]);
  }

  HttpHeaders headers() throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException("not a header");
      }
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return HttpHeaders.of(headers, (_, _) -> true);
  }

  private Outcome<byte[]> body(int status, HttpHeaders headers, int maxBytes) throws IOException {
    if (status == 204 || status == 304) {
      return Outcome.done(new byte[0]);
    }
    if (headers.firstValue("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
      return chunks(maxBytes);
    }
    long length = headers.firstValueAsLong("content-length").orElse(-1);
    return length < 0 ? untilTheEnd(maxBytes) : exactly(length, maxBytes);
  }

  private Outcome<byte[]> untilTheEnd(int maxBytes) throws IOException {
    var bytes = in.readNBytes(maxBytes + 1);
    return bytes.length > maxBytes ? tooLarge(maxBytes) : Outcome.done(bytes);
  }

  private Outcome<byte[]> exactly(long length, int maxBytes) throws IOException {
    if (length > maxBytes) {
      return tooLarge(maxBytes);
    }
    var bytes = in.readNBytes((int) length);
    return bytes.length < length ? CUT_OFF : Outcome.done(bytes);
  }

  /** RFC 9112, section 7.1; trailers are left unread, since the connection ends with the answer. */
  private Outcome<byte[]> chunks(int maxBytes) throws IOException {
    var body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      if (size > maxBytes - body.size()) {
        return tooLarge(maxBytes);
      }
      var chunk = in.readNBytes(size);
      if (chunk.length < size) {
        return CUT_OFF;
      }
      body.writeBytes(chunk);
      headLeft = HEAD_MAX;
      var _ = line(); // The end of the chunk.
    }
    return Outcome.done(body.toByteArray());
  }

  private int chunkSize() throws IOException {
    var digits = line().split(";", 2)[0].strip();
    if (!digits.matches("[0-9A-Fa-f]{1,7}")) {
      throw new IOException("not the size of a chunk");
    }
    return Integer.parseInt(digits, 16);
  }

  private static Outcome<byte[]> tooLarge(int maxBytes) {
    return Outcome.unknown("an answer of more than " + maxBytes + " bytes");
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || --headLeft < 0) {
        throw new IOException("a head without an end");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}
