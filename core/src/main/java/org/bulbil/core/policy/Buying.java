package org.bulbil.core.policy;

/** Where the buying of credit for this relay's own rent stands. */
public enum Buying {
  /** Nothing is under way. */
  NONE,
  /** An invoice is wanted or known, and nothing was paid. */
  ASKED,
  /** It was paid, and is not credited yet. */
  PAID
}
