package org.bulbil.atlas.api.onionoo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of top-level fields, as small numbers. Not safe for several writers. */
final class FieldNames {

  /** The protocol has 60; a number is kept in a byte. */
  private static final int MAX = 127;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  byte number(String name) {
    return numbers.computeIfAbsent(name, this::add).byteValue();
  }

  private int add(String name) {
    if (names.size() == MAX) {
      throw new IllegalStateException("more than " + MAX + " kinds of fields");
    }
    names.add(name);
    return names.size() - 1;
  }

  /** For each number whether its name is wanted. */
  boolean[] wanted(Set<String> wanted) {
    var chosen = new boolean[names.size()];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = wanted.contains(names.get(i));
    }
    return chosen;
  }
}
