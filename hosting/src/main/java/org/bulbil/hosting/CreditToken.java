package org.bulbil.hosting;

import java.util.regex.Pattern;

/**
 * The name of an account at a provider, and its only key: whoever knows it can spend its credit and
 * delete its servers. It prints masked; {@link #value} is for the wire and the settings file alone.
 *
 * @param value 8 to 128 letters, digits, {@code _} and {@code -}
 */
public record CreditToken(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{8,128}");

  public CreditToken {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not a credit token (8 to 128 letters, digits, '_', '-'): "
              + value.length()
              + " characters, not shown because they may be a secret");
    }
  }

  /** Always the same word: not even a part of a token belongs into a log. */
  @Override
  public String toString() {
    return "credit token …";
  }
}
