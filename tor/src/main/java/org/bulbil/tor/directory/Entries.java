package org.bulbil.tor.directory;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the entries of a document one by one, so that a bad one costs only itself. */
record Entries<T>(List<T> read, List<Skipped> skipped) {

  /** What {@code reader} makes of each part of {@code text} that a line {@code keyword} begins. */
  static <T> Entries<T> read(String text, String keyword, Function<String, T> reader) {
    var read = new ArrayList<T>();
    var skipped = new ArrayList<Skipped>();
    for (var entry : Item.split(text, keyword)) {
      try {
        read.add(reader.apply(entry));
      } catch (IllegalArgumentException | DateTimeException e) {
        skipped.add(
            new Skipped(entry.substring(0, entry.indexOf('\n')), String.valueOf(e.getMessage())));
      }
    }
    return new Entries<>(List.copyOf(read), List.copyOf(skipped));
  }
}
