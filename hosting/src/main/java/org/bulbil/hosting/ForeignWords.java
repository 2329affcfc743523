package org.bulbil.hosting;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody else wrote, made fit for logs, journals and public pages: one short line without
 * what could be a secret or somebody's mailbox. Providers repeat tokens, keys and user data in
 * their complaints, and abuse notices name who complained.
 */
public final class ForeignWords {

  /** Characters that are kept. */
  private static final int MAX_LENGTH = 300;

  /** Characters that are looked at; an honest message is shorter. */
  private static final int MAX_READ = 16 << 10;

  /** Tokens, machine ids, keys and user data are long words; sentences have none. */
  private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9_+/=-]{20,}");

  private static final Pattern MAILBOX = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,255}");

  private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e…]+");

  private ForeignWords() {}

  /** {@code text} without its secrets; empty where nothing is left. */
  public static String shown(String text, List<String> secrets) {
    var kept = text.substring(0, Math.min(text.length(), MAX_READ));
    for (var secret : secrets) {
      kept = kept.replace(secret, "…");
    }
    kept = LONG_WORD.matcher(kept).replaceAll("…");
    kept = MAILBOX.matcher(kept).replaceAll("…@…");
    kept = UNPRINTABLE.matcher(kept).replaceAll(" ").strip();
    return kept.substring(0, Math.min(kept.length(), MAX_LENGTH));
  }
}
