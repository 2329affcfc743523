package org.bulbil.sandbox.provider.endpoint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Paths with parts in braces, such as {@code /token/{token}/info}. */
public final class PathTemplate {

  private PathTemplate() {}

  /** A path's segments, without the empty one before its first slash. */
  public static List<String> segments(String path) {
    return Arrays.stream(path.split("/", -1)).skip(1).toList();
  }

  /** What stands for each part in braces; empty where {@code segments} are of another path. */
  public static Optional<Map<String, String>> match(String template, List<String> segments) {
    var patterns = segments(template);
    if (segments.size() != patterns.size()) {
      return Optional.empty();
    }
    var parts = new HashMap<String, String>();
    for (int i = 0; i < segments.size(); i++) {
      if (!matchOne(patterns.get(i), segments.get(i), parts)) {
        return Optional.empty();
      }
    }
    return Optional.of(Map.copyOf(parts));
  }

  private static boolean matchOne(String pattern, String segment, Map<String, String> parts) {
    if (!pattern.startsWith("{")) {
      return pattern.equals(segment);
    }
    parts.put(pattern.substring(1, pattern.length() - 1), segment);
    return !segment.isEmpty();
  }
}
