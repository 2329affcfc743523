package org.bulbil.core.contact;

import java.util.regex.Pattern;

/**
 * A web address for a contact line, which anybody can check to be who it says.
 *
 * @param value {@code https://}, a host and perhaps a path, of the characters that CIISS allows in
 *     {@code url}; at most {@value #LENGTH_MAX} characters, so that a whole line stays short
 */
public record HttpsUrl(String value) {

  static final int LENGTH_MAX = 90;

  private static final Pattern FORM =
      Pattern.compile(
          "(?=.{1,90}$)https://[a-zA-Z0-9-]{1,63}(\\.[a-zA-Z0-9-]{1,63})+(:[0-9]{1,5})?"
              + "(/[_%/:a-zA-Z0-9.-]*)?");

  public HttpsUrl {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an address on the web for a contact line is like https://relays.org/donate, of at most "
              + LENGTH_MAX
              + " letters, digits and _%/:.- , not "
              + ContactRules.shown(value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
