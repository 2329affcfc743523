package org.bulbil.evolve.world;

import java.util.function.IntConsumer;

/** Who goes from relay to relay on a day, and in what order. The outcome does not depend on it. */
interface Rounds {

  /** Lives the day of every relay in the first {@code slots}; births by the parents' slots. */
  Tally live(Living living, int slots);

  /** Does parts of other work, numbered from 0, that do not depend on one another. */
  void share(int parts, IntConsumer part);

  /** Whether relays must keep their slots for as long as they live. */
  boolean needsSlots();
}
