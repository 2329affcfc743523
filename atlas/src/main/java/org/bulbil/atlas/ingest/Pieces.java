package org.bulbil.atlas.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Takes a document of the protocol apart while it is read: the envelope's fields, and relays and
 * bridges one at a time. So its size costs no memory, and one that is wrong costs only itself.
 */
final class Pieces {

  /** Whose list it is. */
  enum Group {
    RELAYS,
    BRIDGES
  }

  /** What is done with the pieces. */
  interface Listener {

    /** A field of the envelope that is no list or object; a string without its quotes. */
    void field(String name, String value) throws BadDocument;

    /** An object that is as JSON in its brackets and quotes, and else unchecked. */
    void node(Group group, byte[] json) throws IOException;

    /** An element of a list that cannot be taken, and why. */
    void skipped(Group group, String why);

    /** Whether the rest need not be read. */
    default boolean isEnough() {
      return false;
    }
  }

  /** Of one relay: twice the details of the largest family, and of uptime with every flag. */
  static final int NODE_BYTES_MAX = 128 << 10;

  /** Real ones reach five; deeper ones would cost a reader's stack. */
  private static final int DEPTH_MAX = 16;

  /** Of a field of the envelope, or its name. */
  private static final int FIELD_BYTES_MAX = 1_000;

  private final InputStream in;
  private final Listener listener;
  private final byte[] buffer = new byte[64 << 10];
  private final byte[] copy = new byte[NODE_BYTES_MAX];
  private int at;
  private int end;

  Pieces(InputStream in, Listener listener) {
    this.in = in;
    this.listener = listener;
  }

  /** Reads to the end, or until it is enough. */
  void read() throws IOException {
    if (peekAfterSpace() != '{') {
      throw new BadDocument("is no JSON object");
    }
    at++;
    while (peekAfterSpace() != '}') {
      field(string());
      if (listener.isEnough()) {
        return;
      }
      comma('}');
    }
    at++;
    end();
  }

  private void field(String name) throws IOException {
    expect(':');
    var group = group(name);
    char next = peekAfterSpace();
    if (group.isPresent() && next == '[') {
      nodes(group.get());
    } else if (next == '"') {
      listener.field(name, string());
    } else if (next == '{' || next == '[') {
      value(0);
    } else {
      listener.field(name, word());
    }
  }

  private static Optional<Group> group(String name) {
    return switch (name) {
      case "relays" -> Optional.of(Group.RELAYS);
      case "bridges" -> Optional.of(Group.BRIDGES);
      default -> Optional.empty();
    };
  }

  private void nodes(Group group) throws IOException {
    at++;
    while (peekAfterSpace() != ']' && !listener.isEnough()) {
      node(group);
      if (!listener.isEnough()) {
        comma(']');
      }
    }
    at++;
  }

  private void node(Group group) throws IOException {
    char next = peekAfterSpace();
    if (next == '{') {
      var json = value(NODE_BYTES_MAX);
      if (json.isPresent()) {
        listener.node(group, json.get());
      } else {
        listener.skipped(
            group, "it is longer than %,d bytes or too deep".formatted(NODE_BYTES_MAX));
      }
      return;
    }
    if (next == '[') {
      value(0);
    } else if (next == '"') {
      string();
    } else {
      word();
    }
    listener.skipped(group, "it is no object");
  }

  /**
   * An object or list, whose brackets and quotes fit.
   *
   * @return empty where it is longer than {@code bytesMax} or too deep
   */
  private Optional<byte[]> value(int bytesMax) throws IOException {
    int length = 0;
    int depth = 0;
    boolean isTooLarge = false;
    boolean isInString = false;
    boolean isEscaped = false;
    do {
      char next = next();
      isTooLarge |= length == bytesMax;
      if (!isTooLarge) {
        copy[length++] = (byte) next;
      }
      if (isInString) {
        checkText(next);
        isInString = isEscaped || next != '"';
        isEscaped = !isEscaped && next == '\\';
      } else if (next == '"') {
        isInString = true;
      } else {
        depth += step(next);
        isTooLarge |= depth > DEPTH_MAX;
      }
    } while (depth > 0);
    return isTooLarge ? Optional.empty() : Optional.of(Arrays.copyOf(copy, length));
  }

  private static int step(char next) {
    return switch (next) {
      case '{', '[' -> 1;
      case '}', ']' -> -1;
      default -> 0;
    };
  }

  private String string() throws IOException {
    expect('"');
    var text = new ByteArrayOutputStream();
    for (char next = next(); next != '"'; next = next()) {
      checkText(next);
      if (next == '\\') {
        next = next();
      }
      keep(text, next);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /** A number, or {@code true}, {@code false}, {@code null}. */
  private String word() throws IOException {
    var text = new ByteArrayOutputStream();
    while (",]} \t\r\n".indexOf(peek()) < 0) {
      keep(text, next());
    }
    var word = text.toString(StandardCharsets.UTF_8);
    if (!word.matches("-?[0-9][-+.0-9eE]*|true|false|null")) {
      throw new BadDocument("is no JSON: it has \"" + word + "\" where a value should be");
    }
    return word;
  }

  private static void keep(ByteArrayOutputStream text, char next) throws BadDocument {
    if (text.size() == FIELD_BYTES_MAX) {
      throw new BadDocument(
          "has a field of more than " + FIELD_BYTES_MAX + " bytes beside its relays");
    }
    text.write(next);
  }

  private static void checkText(char next) throws BadDocument {
    if (next < ' ') {
      throw new BadDocument("is no JSON: a control character stands in a string");
    }
  }

  private void comma(char last) throws IOException {
    char next = peekAfterSpace();
    if (next == ',') {
      at++;
    } else if (next != last) {
      throw new BadDocument("is no JSON: '" + next + "' stands where a comma should be");
    }
  }

  private void expect(char wanted) throws IOException {
    char next = peekAfterSpace();
    if (next != wanted) {
      throw new BadDocument("is no JSON: '" + next + "' stands where '" + wanted + "' should be");
    }
    at++;
  }

  private char peekAfterSpace() throws IOException {
    while (" \t\r\n".indexOf(peek()) >= 0) {
      at++;
    }
    return peek();
  }

  private char peek() throws IOException {
    if (at == end && !fill()) {
      throw new BadDocument("is cut off: it ends in the middle");
    }
    return (char) (buffer[at] & 0xff);
  }

  private char next() throws IOException {
    char next = peek();
    at++;
    return next;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private void end() throws IOException {
    while (at < end || fill()) {
      if (" \t\r\n".indexOf(buffer[at]) < 0) {
        throw new BadDocument("goes on after its end");
      }
      at++;
    }
  }
}
