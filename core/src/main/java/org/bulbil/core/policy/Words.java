package org.bulbil.core.policy;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * A sentence that is written only when somebody reads it: simulations decide millions of times and
 * read nothing.
 */
public final class Words {

  private final Supplier<String> sentence;

  private Words(Supplier<String> sentence) {
    this.sentence = sentence;
  }

  /** The sentence that {@code sentence} makes; from values that do not change. */
  static Words later(Supplier<String> sentence) {
    return new Words(sentence);
  }

  /**
   * A sentence about numbers.
   *
   * @param format as {@link String#format} takes it
   */
  static Words of(String format, Object... values) {
    return new Words(() -> String.format(Locale.ROOT, format, values));
  }

  static Words plain(String sentence) {
    return new Words(() -> sentence);
  }

  @Override
  public String toString() {
    return sentence.get();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Words that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}
