package org.bulbil.tor.control;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.bulbil.tor.control.ControlReply.Part;

/** Reads replies from a stream that may send anything, and gives up at the first nonsense. */
final class ReplyReader {

  /** Longest line accepted, in bytes; tor's longest, a list of exit ports, is under 4 KiB. */
  static final int LINE_MAX = 64 << 10;

  /** Largest reply accepted, in bytes; the largest we ask for, a consensus, has about 3 MB. */
  static final int REPLY_MAX = 16 << 20;

  private static final int STATUS_DIGITS = 3;

  private final InputStream in;
  private int left;

  ReplyReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /**
   * The next reply, whenever it comes. {@link EOFException} at the end of the stream, {@link
   * IOException} with a sentence where the peer does not speak the protocol.
   */
  ControlReply read() throws IOException {
    left = REPLY_MAX;
    var parts = new ArrayList<Part>();
    while (true) {
      var line = checked(readLine());
      var text = line.substring(STATUS_DIGITS + 1);
      parts.add(new Part(text, line.charAt(STATUS_DIGITS) == '+' ? readData() : ""));
      if (line.charAt(STATUS_DIGITS) == ' ') {
        return new ControlReply(Integer.parseInt(line.substring(0, STATUS_DIGITS)), parts);
      }
    }
  }

  private static String checked(String line) throws IOException {
    if (!line.matches("(?s)[1-9][0-9]{2}[ +-].*")) {
      throw new IOException(
          "the peer does not speak tor's control protocol; it sent \"" + shown(line) + "\"");
    }
    return line;
  }

  /** At most 40 characters of {@code line}, without what could upset a terminal. */
  private static String shown(String line) {
    return line.substring(0, Math.min(40, line.length())).replaceAll("[^ -~]", "?");
  }

  private String readData() throws IOException {
    var data = new StringBuilder();
    for (var line = readLine(); !line.equals("."); line = readLine()) {
      data.append(line, line.startsWith(".") ? 1 : 0, line.length()).append('\n');
    }
    return data.toString();
  }

  /** One line without its end. Latin-1 keeps each byte, since documents in it are signed. */
  private String readLine() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("tor closed the control connection");
      }
      take(line.size());
      line.write(next);
    }
    return withoutReturn(line.toString(StandardCharsets.ISO_8859_1));
  }

  private void take(int lineLength) throws IOException {
    left--;
    if (lineLength >= LINE_MAX || left < 0) {
      throw new IOException(
          lineLength >= LINE_MAX
              ? "the peer sent a line of more than " + LINE_MAX + " bytes"
              : "the peer sent a reply of more than " + REPLY_MAX + " bytes");
    }
  }

  private static String withoutReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
