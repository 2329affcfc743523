package org.bulbil.cli.verify;

/**
 * One thing that was looked at.
 *
 * @param name for programs
 * @param words what was found, for people
 */
record Check(String name, Answer answer, String words) {

  static Check yes(String name, String words, Object... values) {
    return new Check(name, Answer.YES, words.formatted(values));
  }

  static Check no(String name, String words, Object... values) {
    return new Check(name, Answer.NO, words.formatted(values));
  }

  static Check unknown(String name, String words, Object... values) {
    return new Check(name, Answer.UNKNOWN, words.formatted(values));
  }
}
