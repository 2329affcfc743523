package org.bulbil.agent.site;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where a file is in a site, such as {@code blog/index.html}.
 *
 * @param value 1 to 512 characters; parts between slashes, none of which begins with a dot but for
 *     a first {@code .well-known} (RFC 8615), or holds a backslash or what cannot be printed
 */
record SitePath(String value) implements Comparable<SitePath> {

  private static final int LENGTH_MAX = 512;

  private static final String WELL_KNOWN = ".well-known";

  /** Files there are the agent's own. */
  private static final String OWN = WELL_KNOWN + "/bulbil";

  private static final Pattern PART = Pattern.compile("[^\\\\/\\p{Cntrl}]{1,200}");

  SitePath {
    if (value.isEmpty() || value.length() > LENGTH_MAX) {
      throw new IllegalArgumentException(
          "a path has 1 to " + LENGTH_MAX + " characters, and '" + value + "' has not");
    }
    for (var part : value.split("/", -1)) {
      var isHidden = part.startsWith(".") && !part.equals(WELL_KNOWN);
      if (isHidden || !PART.matcher(part).matches()) {
        throw new IllegalArgumentException(
            "'" + value + "' cannot be the path of a file in a site");
      }
    }
    if (value.startsWith(OWN)) {
      throw new IllegalArgumentException(
          "'" + value + "' is written by the agent itself; take it out of the folder");
    }
  }

  /** Of a file below {@code folder}. */
  static SitePath of(Path folder, Path file) {
    return new SitePath(folder.relativize(file).toString());
  }

  /** Whether {@code name} is that of a file or folder that is no part of a site: .git and such. */
  static boolean isHidden(Path name) {
    return name.toString().startsWith(".") && !name.toString().equals(WELL_KNOWN);
  }

  /** By characters, the same in every language and country. */
  @Override
  public int compareTo(SitePath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
