package org.bulbil.core.contact;

import java.util.Optional;

/**
 * What a server says of its own system; empty where it does not say, or says what CIISS has no word
 * for.
 *
 * @param os such as {@code debian/13}
 * @param virtualization such as {@code kvm}
 * @param autoupdate whether it installs updates by itself
 */
public record SystemFacts(
    Optional<String> os, Optional<String> virtualization, Optional<Boolean> autoupdate) {

  public static final SystemFacts UNKNOWN =
      new SystemFacts(Optional.empty(), Optional.empty(), Optional.empty());

  public SystemFacts {
    os = os.filter(Field.OS::admits);
    virtualization = virtualization.filter(Field.VIRTUALIZATION::admits);
  }

  /** The fields {@code os} and {@code autoupdate}, each behind a blank. */
  String text() {
    return os.map(name -> " os:" + name).orElse("")
        + autoupdate.map(does -> " autoupdate:" + (does ? "y" : "n")).orElse("");
  }
}
