package org.bulbil.core.policy;

/**
 * Whether a relay is a good citizen of the Tor network, and one that its launcher lets go on. Only
 * a good one may plant another.
 */
public enum Conduct {
  GOOD,
  /** Nobody receives mail at the address in its contact line. */
  UNREACHABLE,
  /** The authorities no longer recommend its version of tor. */
  OUTDATED,
  /** Its launcher has ordered it to plant no more. */
  STERILE,
  /** Its launcher has ordered it to shut down: it gives everything away and renews no more. */
  LEAVING
}
