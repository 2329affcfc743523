package org.bulbil.sandbox.provider.book;

import java.util.regex.Pattern;

/**
 * A customer's account and password in one: whoever has it spends its credit. Customers may make
 * their own. It prints without its middle.
 *
 * @param value {@code ss_t_} and 27 letters, digits or {@code _}; or 64 hexadecimal digits, the
 *     form before 2024
 */
public record Token(String value) {

  public static final String FORM = "^(ss_t_[0-9A-Za-z_]{27}|[0-9a-f]{64})$";

  /** Characters of the shortest and the longest form. */
  public static final int LENGTH_MIN = 32;

  public static final int LENGTH_MAX = 64;

  private static final Pattern PATTERN = Pattern.compile(FORM);

  /** Whoever gave no good token: never minted, never credited. */
  public static final Token NOBODY = new Token("ss_t_" + "0".repeat(27));

  public Token {
    if (!isToken(value)) {
      throw new IllegalArgumentException("a token must be ss_t_ and 27 characters");
    }
  }

  public static boolean isToken(String value) {
    return PATTERN.matcher(value).matches();
  }

  @Override
  public String toString() {
    return Secrets.masked(value);
  }
}
