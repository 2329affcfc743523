package org.bulbil.hosting;

/** What a paid bill becomes. */
public enum Prepayment {
  /** Credit on the token, which a top-up turns into days and which outlives a server. */
  CREDIT,
  /**
   * Days of the token's one server, at once and for good: there is no credit, so it is always zero,
   * and nothing to top up from.
   */
  ON_MACHINE
}
