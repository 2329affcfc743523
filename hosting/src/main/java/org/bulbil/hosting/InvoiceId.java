package org.bulbil.hosting;

import java.util.regex.Pattern;

/**
 * A provider's name for one invoice.
 *
 * @param value 1 to 128 letters, digits, {@code _} and {@code -}
 */
public record InvoiceId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  public InvoiceId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not the id of an invoice (letters, digits, '_', '-', at most 128): " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
