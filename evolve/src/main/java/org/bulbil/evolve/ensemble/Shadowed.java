package org.bulbil.evolve.ensemble;

import java.util.random.RandomGenerator;
import org.bulbil.core.genome.Genome;
import org.bulbil.evolve.world.Breed;
import org.bulbil.evolve.world.Bulbil;
import org.bulbil.evolve.world.LikeBulbil;

/**
 * One of our relays with a second genome that is handed down and mutates by the same law as the
 * first, and that nobody reads: the neutral control of each gene. What happens to it is chance
 * alone, in the very same family tree.
 *
 * @param relay that lives by the first genome
 * @param shadow the second
 */
public record Shadowed(Bulbil relay, Genome shadow) implements LikeBulbil {

  /** A founder, whose genomes are equal. */
  static Shadowed founder(Bulbil relay) {
    return new Shadowed(relay, relay.genome());
  }

  /** The shadow draws last, so that the relay has the luck that it would have without it. */
  @Override
  public Breed child(RandomGenerator random, int[] relatives) {
    var born = relay.child(random, relatives);
    var copied = relay.mutated(shadow, random);
    return born.equals(relay) && copied.equals(shadow) ? this : new Shadowed(born, copied);
  }
}
