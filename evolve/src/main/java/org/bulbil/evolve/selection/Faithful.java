package org.bulbil.evolve.selection;

import java.util.random.RandomGenerator;
import org.bulbil.evolve.world.Breed;
import org.bulbil.evolve.world.Bulbil;
import org.bulbil.evolve.world.LikeBulbil;

/**
 * One of our relays whose children are exactly like it, so that an experiment is about selection
 * alone.
 */
record Faithful(Bulbil relay) implements LikeBulbil {

  @Override
  public Breed child(RandomGenerator random, int[] relatives) {
    var twin = relay.twin(random, relatives);
    return twin.equals(relay) ? this : new Faithful(twin);
  }
}
