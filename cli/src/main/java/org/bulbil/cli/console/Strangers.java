package org.bulbil.cli.console;

/** What others wrote, as it may be shown at a terminal. */
public final class Strangers {

  /** More than any sentence of ours. */
  private static final int LENGTH_MAX = 600;

  private Strangers() {}

  /** A document for scripts, line breaks and all, without what a terminal would obey. */
  public static String document(String theirs) {
    return theirs.replaceAll("[\\p{C}&&[^\n]]", "?");
  }

  /** Without letters that a terminal would obey, and not for ever. */
  public static String text(String theirs) {
    var plain = theirs.replaceAll("\\p{C}", "?");
    return plain.length() <= LENGTH_MAX ? plain : plain.substring(0, LENGTH_MAX) + "…";
  }
}
