package org.bulbil.atlas.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What strangers wrote, made harmless for the eye: characters that hide, turn or overlay text are
 * shown by their number, {@code ⟨U+202E⟩}. Templates escape the rest.
 */
final class Shown {

  /** Twice the longest contact line among 10,568 relays in 2026. */
  private static final int LENGTH_MAX = 8192;

  /** More marks on one letter than any script needs climb over the lines above. */
  private static final int MARKS_MAX = 2;

  /** Names do not wrap, so that they cannot be long (tor allows 19). */
  private static final int NAME_MAX = 40;

  /**
   * A local part with its domain, written as mail is or as people hide it from machines; the
   * beginning of the local part, the sign, the domain.
   */
  private static final Pattern MAILBOX =
      Pattern.compile(
          "(?i)([\\p{L}\\p{N}_.%+-]{0,2})[\\p{L}\\p{N}_.%+-]{0,62}"
              + "(\\s?(?:@|\\[\\]|[\\[(<{]\\s?(?:at|a|@)\\s?[\\])>}])\\s?|\\s(?:at)\\s)"
              + "(?=[\\p{L}\\p{N}-]{1,63}\\s?(?:\\.|[\\[(<{]\\s?(?:dot|d|\\.)\\s?[\\])>}]|\\sdot\\s))");

  private Shown() {}

  /** The text, with nothing in it that cannot be seen. */
  static String text(String strange) {
    var out = new StringBuilder(strange.length());
    int marks = 0;
    int end = Math.min(strange.length(), LENGTH_MAX);
    for (int i = 0; i < end; i += Character.charCount(strange.codePointAt(i))) {
      int point = strange.codePointAt(i);
      marks = isMark(point) ? marks + 1 : 0;
      if (isHidden(point) || marks > MARKS_MAX) {
        out.append("⟨U+%04X⟩".formatted(point));
      } else {
        out.appendCodePoint(point);
      }
    }
    return end < strange.length() ? out.append(" …").toString() : out.toString();
  }

  /** A name that stands in a row; never empty, since it is what a link is clicked by. */
  static String name(String strange) {
    var shown = text(strange.strip());
    if (shown.isEmpty()) {
      return "(no name)";
    }
    return shown.length() <= NAME_MAX ? shown : shown.substring(0, NAME_MAX) + "…";
  }

  /**
   * The text without whole e-mail addresses: donors need none, and pages are read by harvesters. Of
   * the part before the sign two characters stay, {@code re…@riseup.net}, so that an operator
   * recognises his own.
   */
  static String masked(String strange) {
    return MAILBOX.matcher(text(strange)).replaceAll(Shown::masked);
  }

  private static String masked(java.util.regex.MatchResult mailbox) {
    return mailbox.group(1).isEmpty()
        ? Matcher.quoteReplacement(mailbox.group())
        : Matcher.quoteReplacement(mailbox.group(1) + "…" + mailbox.group(2));
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** Controls, formats (bidi, zero width, tags), halves of pairs, private and unassigned ones. */
  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      // Blanks of other widths, and letters that are drawn as nothing (Hangul fillers, Braille).
      case Character.SPACE_SEPARATOR -> point != ' ';
      default ->
          point == 0x115F
              || point == 0x1160
              || point == 0x3164
              || point == 0xFFA0
              || point == 0x2800;
    };
  }
}
