package org.bulbil.evolve.world;

/** How a relay ends. */
public enum End {
  /** Its lease was not paid any more. */
  UNPAID,
  /** Its server was gone one day. */
  ACCIDENT,
  /** Its provider wanted it no more. */
  BANNED
}
