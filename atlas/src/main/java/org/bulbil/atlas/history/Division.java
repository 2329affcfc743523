package org.bulbil.atlas.history;

/** What becomes of an observation that is longer than the interval of a graph. */
public enum Division {
  /** It is spread over all intervals that it touches: uptime. */
  DIVISIBLE,
  /** It is left out: bandwidth, of which nobody knows when in that while it was. */
  WHOLE
}
