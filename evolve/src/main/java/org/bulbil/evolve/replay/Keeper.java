package org.bulbil.evolve.replay;

import org.bulbil.evolve.market.Market;

/** Who decides for a relay. One keeper may keep many at once: what it knows is in the relay. */
@FunctionalInterface
public interface Keeper {

  /** Does what is to be done on this day. */
  void keep(Relay relay, Market market, int day);
}
