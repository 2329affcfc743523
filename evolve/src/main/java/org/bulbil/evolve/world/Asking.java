package org.bulbil.evolve.world;

/** Which relays are asked what they do on a day. */
public enum Asking {
  /** Those that are {@link Due}. */
  DUE,
  /** Those that are due, and whoever could plant a child every day and not once a week. */
  DUE_FOR_BIRTHS_DAILY,
  /** All of them: what the others are checked against. */
  EVERYBODY;

  boolean births(boolean itsTurn) {
    return itsTurn || this != DUE;
  }
}
