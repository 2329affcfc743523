package org.bulbil.evolve.selection;

import java.util.random.RandomGenerator;
import org.bulbil.core.genome.Gene;
import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Situation;
import org.bulbil.evolve.world.Breed;
import org.bulbil.evolve.world.Bulbil;
import org.bulbil.evolve.world.Habits;

/**
 * One of our relays whose children are exactly like it, so that an experiment is about selection
 * alone.
 */
record Faithful(Bulbil relay) implements Breed {

  @Override
  public Breed child(RandomGenerator random, int[] relatives) {
    var twin = relay.twin(random, relatives);
    return twin == relay ? this : new Faithful(twin);
  }

  @Override
  public Decision decide(Situation situation) {
    return relay.decide(situation);
  }

  @Override
  public String region() {
    return relay.region();
  }

  @Override
  public double vigour() {
    return relay.vigour();
  }

  @Override
  public int value(Gene gene) {
    return relay.value(gene);
  }

  @Override
  public Habits habits() {
    return relay.habits();
  }
}
