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
    var lines = text.lines().iterator();
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

  private static Item of(String line) {
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

  /**
   * Both lines that begin an item and what follows, cut at each line that {@code keyword} begins.
   */
  static List<String> split(String text, String keyword) {
    var entries = new ArrayList<List<String>>();
    for (var line : text.lines().toList()) {
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
