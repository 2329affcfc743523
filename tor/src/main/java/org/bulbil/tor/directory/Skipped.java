package org.bulbil.tor.directory;

/**
 * An entry of a document that was left out because it makes no sense.
 *
 * @param entry its first line, at most 100 characters
 * @param why the rule that it breaks
 */
public record Skipped(String entry, String why) {

  private static final int ENTRY_MAX = 100;

  public Skipped {
    entry = entry.substring(0, Math.min(ENTRY_MAX, entry.length()));
  }
}
