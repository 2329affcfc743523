package org.bulbil.core.lease;

import java.util.regex.Pattern;

/** The form of a provider's short names; whatever else they contain is not a name. */
public final class Slugs {

  private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private Slugs() {}

  /** Throws {@link IllegalArgumentException} where {@code slug} can't name a {@code what}. */
  public static void check(String what, String slug) {
    if (!SLUG.matcher(slug).matches()) {
      throw new IllegalArgumentException(
          "not the name of a " + what + " (letters, digits, '.', '_', '-', at most 64): " + slug);
    }
  }
}
