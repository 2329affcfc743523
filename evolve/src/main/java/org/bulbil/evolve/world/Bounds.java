package org.bulbil.evolve.world;

/** The gate of a scenario's numbers: what is impossible is refused by its name and its rule. */
final class Bounds {

  private Bounds() {}

  static void within(String field, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s must be %s to %s, not %s".formatted(field, plain(least), plain(most), plain(value)));
    }
  }

  static void positive(String field, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s must be more than 0, not %s".formatted(field, plain(value)));
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
