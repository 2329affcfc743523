package org.bulbil.atlas.proof;

/**
 * One thing that was looked at.
 *
 * @param name for programs
 * @param words what was found, for people
 */
public record Check(String name, Finding finding, String words) {

  public static Check yes(String name, String words, Object... values) {
    return new Check(name, Finding.YES, words.formatted(values));
  }

  public static Check no(String name, String words, Object... values) {
    return new Check(name, Finding.NO, words.formatted(values));
  }

  public static Check unknown(String name, String words, Object... values) {
    return new Check(name, Finding.UNKNOWN, words.formatted(values));
  }
}
