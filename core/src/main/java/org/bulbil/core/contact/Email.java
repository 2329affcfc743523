package org.bulbil.core.contact;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An e-mail address in the plain form that almost everybody has (a subset of RFC 5321: no quotes,
 * no address literals, a domain of at least two labels).
 *
 * @param value such as {@code relay@riseup.net}, 6 to 254 characters
 */
public record Email(String value) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?=.{6,254}$)[A-Za-z0-9_%+=-]+(\\.[A-Za-z0-9_%+=-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
              + "(xn--[A-Za-z0-9-]{1,59}|[A-Za-z]{2,63})");

  /**
   * Domains at which nobody receives mail (RFC 2606, RFC 6761). {@code test} is not among them: a
   * sandbox uses it, and no operator by mistake.
   */
  private static final Set<String> NOWHERE =
      Set.of("example", "invalid", "localhost", "example.com", "example.net", "example.org");

  public Email {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an e-mail address must be like name@domain.tld, not " + value);
    }
  }

  /** Whether somebody could receive mail there: its domain is not one kept for examples. */
  public boolean looksWorking() {
    var domain = value.substring(value.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    return NOWHERE.stream().noneMatch(name -> domain.equals(name) || domain.endsWith("." + name));
  }

  /** As a contact line has it, {@code relay[]riseup.net}. */
  public String masked() {
    return value.replace("@", "[]");
  }

  /** Undoes {@link #masked}, leaves a plain address as it is; empty where neither is one. */
  public static Optional<Email> unmasked(String text) {
    var value = text.replace("[]", "@");
    return FORM.matcher(value).matches() ? Optional.of(new Email(value)) : Optional.empty();
  }
}
