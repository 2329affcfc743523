package org.bulbil.atlas.proof;

import java.util.Locale;

/** An answer to a question that has one, or that cannot be answered now. */
public enum Finding {
  YES,
  NO,
  /** What would show it is not to be had now; neither yes nor no. */
  UNKNOWN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
