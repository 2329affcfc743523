package org.bulbil.atlas.chart;

import java.util.Locale;

/** Light or dark. */
public enum Theme {
  LIGHT,
  DARK;

  /** As in a URL: {@code dark}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
