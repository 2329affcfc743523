package org.bulbil.core.policy;

/** Whether a relay is a good citizen of the Tor network. Only a good one may plant another. */
public enum Conduct {
  GOOD,
  /** Nobody receives mail at the address in its contact line. */
  UNREACHABLE,
  /** The authorities no longer recommend its version of tor. */
  OUTDATED
}
