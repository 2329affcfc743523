package org.bulbil.sandbox.provider.book;

/** How names that are passwords are printed. */
final class Secrets {

  private Secrets() {}

  /** The first seven and the last two characters. */
  static String masked(String value) {
    return value.length() <= 12
        ? "…"
        : value.substring(0, 7) + "…" + value.substring(value.length() - 2);
  }
}
