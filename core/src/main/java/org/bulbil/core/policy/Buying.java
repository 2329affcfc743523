package org.bulbil.core.policy;

/** Where the buying of credit for this relay's own rent stands. */
public enum Buying {
  /** Nothing is under way. */
  NONE,
  /** An invoice is made, being paid, or paid and not yet credited. */
  UNDER_WAY
}
