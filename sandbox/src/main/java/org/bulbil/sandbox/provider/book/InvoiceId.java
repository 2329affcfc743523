package org.bulbil.sandbox.provider.book;

/** The provider's name for one invoice. */
public record InvoiceId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
