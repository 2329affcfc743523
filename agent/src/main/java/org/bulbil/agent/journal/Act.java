package org.bulbil.agent.journal;

/** An act on the outside world that must not be repeated blindly. The names are stored. */
public enum Act {
  /** Making an invoice. */
  INVOICE,
  /** Buying a server for a child. */
  LAUNCH,
  /** Turning credit into days of the own lease. */
  TOP_UP
}
