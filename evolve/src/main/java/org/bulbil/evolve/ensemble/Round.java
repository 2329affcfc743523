package org.bulbil.evolve.ensemble;

import java.util.List;
import org.bulbil.evolve.world.World;

/**
 * One seed, lived through by every entrant.
 *
 * @param replicate from 0
 * @param seed of all chance
 * @param worlds one for each entrant, in the order of the design
 */
public record Round(int replicate, long seed, List<Lived> worlds) {

  public Round {
    worlds = List.copyOf(worlds);
  }

  /**
   * A world at its end.
   *
   * @param track what is worth keeping of it
   * @param world itself, which may be large
   */
  public record Lived(Track track, World world) {}
}
