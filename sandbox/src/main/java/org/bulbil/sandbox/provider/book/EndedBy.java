package org.bulbil.sandbox.provider.book;

import java.util.Locale;

/** Why a server is deleted. */
public enum EndedBy {
  /** Its lease ran out. */
  EXPIRATION,
  /** Its customer asked for it. */
  MANUAL,
  /** The provider did it: a ban, or a failure to build it. */
  SPORESTACK;

  /** The word in {@code deleted_by}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
