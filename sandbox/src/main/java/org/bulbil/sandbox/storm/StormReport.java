package org.bulbil.sandbox.storm;

import java.util.List;
import java.util.Map;
import org.bulbil.sandbox.witness.Harm;

/**
 * What a storm has done, and what it has left.
 *
 * @param strikes how often each thing was hit, by {@link Strike#what}
 * @param fallen hostnames of living relays whose agent or tor did not come back
 */
public record StormReport(Map<String, Integer> strikes, List<String> fallen, Harm harm) {

  public StormReport {
    strikes = Map.copyOf(strikes);
    fallen = List.copyOf(fallen);
  }

  /** How often {@code what} was hit. */
  public int strikesAt(String what) {
    return strikes.getOrDefault(what, 0);
  }

  /** Whether nothing is lost and everything has resumed. */
  public boolean isClean() {
    return fallen.isEmpty() && harm.isNone();
  }
}
