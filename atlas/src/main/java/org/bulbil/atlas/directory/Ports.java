package org.bulbil.atlas.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A summary of ports, as a consensus has it: {@code accept 80,443,1000-2000}. */
final class Ports {

  private Ports() {}

  /** By {@code accept} or {@code reject}; empty where it is neither. */
  static Optional<Map<String, List<String>>> summary(String text) {
    var words = text.split(" ", 2);
    return words.length == 2 && (words[0].equals("accept") || words[0].equals("reject"))
        ? Optional.of(Map.of(words[0], List.of(words[1].split(","))))
        : Optional.empty();
  }
}
