package org.bulbil.agent.birth;

import org.bulbil.core.genome.Genome;
import org.bulbil.core.policy.Demand;
import org.bulbil.hosting.Catalogue;

/** What children a server's work asks for. */
public interface Offspring {

  /** Whether another one is wanted now. */
  Demand demand();

  /**
   * The genome of the next child, where the work minds the place.
   *
   * @param drawn by mutation and chance
   * @param offers of the provider
   */
  Genome placed(Genome drawn, Catalogue offers);
}
