package org.bulbil.hosting.testing;

/** What a provider can be asked or told, each to be troubled by itself. */
public enum Act {
  CLOCK,
  CATALOGUE,
  QUOTE,
  MINT,
  INVOICE,
  READ_INVOICE,
  LIST_INVOICES,
  CREDIT,
  LAUNCH,
  READ_LEASE,
  LIST_LEASES,
  TOP_UP,
  START,
  MESSAGES
}
