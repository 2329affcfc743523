package org.bulbil.tor.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One item of a directory document (dir-spec §"document meta-format"): a keyword line and the
 * object below it.
 *
 * @param keyword up to the first blank
 * @param arguments the rest of the line
 * @param object base64 of what stands between BEGIN and END, in one line; empty where there is none
 */
record Item(String keyword, String arguments, String object) {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";

  /** The items of {@code text}; annotations ({@code @type …}) and empty lines are left out. */
  static List<Item> parse(String text) {
    var items = new ArrayList<Item>();
    var lines = lines(text).iterator();
    while (lines.hasNext()) {
      var line = lines.next();
      if (line.startsWith(BEGIN)) {
        items.add(lastOf(items).with(object(lines)));
      } else if (!line.isEmpty() && !line.startsWith("@")) {
        items.add(of(line));
      }
    }
    return items;
  }

  /** Cut at newlines only: another control character may be part of what was signed. */
  private static List<String> lines(String text) {
    return List.of(
        (text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1));
  }

  /** A keyword may stand behind {@code opt}, as old versions wrote it. */
  private static Item of(String written) {
    var line = written.startsWith("opt ") ? written.substring(4) : written;
    int blank = line.indexOf(' ');
    return blank < 0
        ? new Item(line, "", "")
        : new Item(line.substring(0, blank), line.substring(blank + 1), "");
  }

  private static Item lastOf(List<Item> items) {
    if (items.isEmpty()) {
      throw new IllegalArgumentException("an object without a keyword before it");
    }
    return items.removeLast();
  }

  private static String object(java.util.Iterator<String> lines) {
    var object = new StringBuilder();
    while (lines.hasNext()) {
      var line = lines.next();
      if (line.startsWith(END)) {
        return object.toString();
      }
      object.append(line);
    }
    throw new IllegalArgumentException("an object without its END line");
  }

  private Item with(String content) {
    return new Item(keyword, arguments, content);
  }

  /** The arguments, of which there must be at least {@code least}. */
  List<String> words(int least) {
    var words = List.of(arguments.split(" ", -1));
    if (words.size() < least) {
      throw new IllegalArgumentException(
          "\"" + keyword + "\" needs " + least + " arguments, this has: " + arguments);
    }
    return words;
  }

  /** The text from the first line that {@code keyword} begins, cut before each such line. */
  static List<String> split(String text, String keyword) {
    var entries = new ArrayList<List<String>>();
    for (var line : lines(text)) {
      if (line.startsWith(keyword + " ")) {
        entries.add(new ArrayList<>());
      }
      if (!entries.isEmpty() && !line.startsWith("@")) {
        entries.getLast().add(line);
      }
    }
    return entries.stream()
        .map(lines -> lines.stream().collect(Collectors.joining("\n", "", "\n")))
        .toList();
  }
}
