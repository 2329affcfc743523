package org.bulbil.core.policy;

/** How the newest top-up of the lease went. */
public enum Renewing {
  /** It was made, or none was tried since the lease was last extended. */
  SMOOTH,
  /** It was refused, or nobody knows what became of it: credit may not become days in time. */
  TROUBLED
}
