package org.bulbil.naming;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a host or a zone, such as {@code www.example.org}, without a dot at its end.
 *
 * @param value lower case; at least two labels of 1 to 63 letters, digits and inner hyphens (RFC
 *     1123 §2.1), 253 characters at most; other alphabets in their xn-- form
 */
public record DomainName(String value) {

  private static final int LENGTH_MAX = 253;

  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

  private static final Pattern FORM = Pattern.compile(LABEL + "(?:\\." + LABEL + ")+");

  public DomainName {
    value = withoutDot(value).toLowerCase(Locale.ROOT);
    if (value.length() > LENGTH_MAX || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'"
              + value
              + "' is no name of a host, such as www.example.org: letters, digits and hyphens"
              + " between dots; write other alphabets in their xn-- form");
    }
  }

  private static String withoutDot(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** Whether it is {@code zone} itself or below it. */
  public boolean isWithin(DomainName zone) {
    return value.equals(zone.value) || value.endsWith("." + zone.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
