package org.bulbil.core.lease;

import java.util.regex.Pattern;

/**
 * A provider's name for one lease. Whoever has it, and the token, rules the server, so it prints
 * without its middle.
 *
 * @param value as the provider gave it: 1 to 128 letters, digits and {@code _ - . :}
 */
public record LeaseId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

  public LeaseId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not the id of a lease (1 to 128 letters, digits, '_', '-', '.', ':'): %d characters, not"
                  .formatted(value.length())
              + " shown because they may be a secret");
    }
  }

  @Override
  public String toString() {
    return value.length() < 24
        ? "lease …"
        : value.substring(0, 7) + "…" + value.substring(value.length() - 2);
  }
}
