package org.bulbil.evolve.world;

/** Which relays are asked what they do on a day. */
public enum Asking {
  /** Those that are {@link Due}. */
  DUE,
  /** Those that are due, without the pauses that make asking cheaper. */
  DUE_WITHOUT_PAUSE,
  /** All of them: what the others are checked against. */
  EVERYBODY;

  boolean isPatient() {
    return this == DUE;
  }
}
