package org.bulbil.hosting.bootstrap;

import java.util.List;
import java.util.stream.Collectors;

/** One word of a POSIX shell script, quoted so that no character in it has a meaning (§2.2.2). */
final class ShellWord {

  private ShellWord() {}

  static String quoted(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("no shell word can hold the character NUL");
    }
    return "'" + text.replace("'", "'\\''") + "'";
  }

  static String quoted(List<String> words) {
    return words.stream().map(ShellWord::quoted).collect(Collectors.joining(" "));
  }
}
