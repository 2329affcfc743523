package org.bulbil.evolve.world;

import org.bulbil.core.genome.Gene;
import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Situation;

/** A breed that lives exactly as one of our relays, and differs in what it hands down. */
public interface LikeBulbil extends Breed {

  /** The relay that it lives as. */
  Bulbil relay();

  @Override
  default Decision decide(Situation situation) {
    return relay().decide(situation);
  }

  @Override
  default String region() {
    return relay().region();
  }

  @Override
  default double vigour() {
    return relay().vigour();
  }

  @Override
  default int value(Gene gene) {
    return relay().value(gene);
  }

  @Override
  default Habits habits() {
    return relay().habits();
  }
}
