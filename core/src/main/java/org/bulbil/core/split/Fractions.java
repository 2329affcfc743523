package org.bulbil.core.split;

/** The gate for shares, chances and bounded factors. */
final class Fractions {

  private Fractions() {}

  static void check(String what, double value) {
    if (!(value >= 0 && value <= 1)) { // also where it is no number
      throw new IllegalArgumentException(what + " is 0 to 1, not " + value);
    }
  }
}
