package org.bulbil.sandbox.provider.api;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) of which nothing is known beforehand: into maps, lists, strings, {@link
 * BigDecimal}, booleans and null. The JSON library at hand refuses strings of more than 32,767
 * characters, and user data may have 65,536.
 */
final class JsonTree {

  /** Levels of arrays and objects in one another; the API needs one. */
  private static final int DEPTH_MAX = 32;

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");

  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";

  private final String text;
  private int at;

  private JsonTree(String text) {
    this.text = text;
  }

  static @Nullable Object parse(String text) throws ParseException {
    var tree = new JsonTree(text);
    var value = tree.value(0);
    tree.skipSpace();
    if (tree.at < text.length()) {
      throw tree.wrong("the end");
    }
    return value;
  }

  private @Nullable Object value(int depth) throws ParseException {
    if (depth > DEPTH_MAX) {
      throw wrong("at most " + DEPTH_MAX + " levels");
    }
    skipSpace();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object(int depth) throws ParseException {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    expect('{');
    for (boolean more = !skips('}'); more; more = more('}')) {
      skipSpace();
      var name = string();
      skipSpace();
      expect(':');
      fields.put(name, value(depth + 1));
    }
    return fields;
  }

  private List<@Nullable Object> array(int depth) throws ParseException {
    var items = new ArrayList<@Nullable Object>();
    expect('[');
    for (boolean more = !skips(']'); more; more = more(']')) {
      items.add(value(depth + 1));
    }
    return items;
  }

  /** Whether a comma follows, rather than {@code end}. */
  private boolean more(char end) throws ParseException {
    if (skips(end)) {
      return false;
    }
    expect(',');
    return true;
  }

  private String string() throws ParseException {
    var value = new StringBuilder();
    expect('"');
    for (char c = next(); c != '"'; c = next()) {
      if (c < ' ') {
        throw wrong("no control character in a string");
      }
      value.append(c == '\\' ? escaped() : c);
    }
    return value.toString();
  }

  private char escaped() throws ParseException {
    var c = next();
    if (c == 'u') {
      return unicode();
    }
    var which = ESCAPES.indexOf(c);
    if (which < 0) {
      throw wrong("an escape");
    }
    return ESCAPED.charAt(which);
  }

  private char unicode() throws ParseException {
    int code = 0;
    for (int digit = 0; digit < 4; digit++) {
      var value = Character.digit(next(), 16);
      if (value < 0) {
        throw wrong("four hexadecimal digits");
      }
      code = code * 16 + value;
    }
    return (char) code;
  }

  private BigDecimal number() throws ParseException {
    var match = NUMBER.matcher(text).region(at, text.length());
    if (!match.lookingAt()) {
      throw wrong("a value");
    }
    at = match.end();
    return new BigDecimal(match.group());
  }

  private @Nullable Object word(String word, @Nullable Object value) throws ParseException {
    if (!text.startsWith(word, at)) {
      throw wrong(word);
    }
    at += word.length();
    return value;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean skips(char c) throws ParseException {
    skipSpace();
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char c) throws ParseException {
    if (peek() != c) {
      throw wrong("'" + c + "'");
    }
    at++;
  }

  private char next() throws ParseException {
    var c = peek();
    at++;
    return c;
  }

  private char peek() throws ParseException {
    if (at >= text.length()) {
      throw wrong("more");
    }
    return text.charAt(at);
  }

  private ParseException wrong(String expected) {
    return new ParseException("expected " + expected, at);
  }
}
