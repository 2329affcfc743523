package org.bulbil.evolve.world;

/** Who goes from relay to relay on a day, and in what order. The outcome does not depend on it. */
interface Rounds {

  /** Lives the day of every relay in the first {@code slots}; births by the parents' slots. */
  Tally live(Living living, int slots);

  /** Whether relays must keep their slots for as long as they live. */
  boolean needsSlots();
}
