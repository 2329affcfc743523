package org.bulbil.evolve.world;

import java.util.random.RandomGenerator;
import org.bulbil.core.genome.Gene;
import org.bulbil.evolve.rule.Rule;

/** What a relay inherits: how it decides, and where it lives. */
public interface Breed extends Rule {

  /**
   * What a child of this breed is; often the very same.
   *
   * @param relatives alive in each place
   */
  Breed child(RandomGenerator random, int[] relatives);

  /** Slug of the region it lives in. */
  String region();

  /** Bandwidth that it offers, as a multiple of the usual. */
  default double vigour() {
    return 1;
  }

  /** The value of a gene, for tables; its usual one where this breed has no such gene. */
  default int value(Gene gene) {
    return gene.usual();
  }

  /** When it has to be asked. */
  Habits habits();
}
