package org.bulbil.evolve.selection;

import java.util.List;
import org.bulbil.evolve.statistics.Interval;

/**
 * Both differences over the same worlds.
 *
 * @param worlds how many
 * @param relays alive on the average day
 * @param generations at the end, mean of all relays
 * @param advantage of a tenth more bandwidth
 * @param neutral of the other name
 * @param difference of their shares at the end, world by world
 */
public record Experiment(
    int worlds,
    Interval relays,
    Interval generations,
    Verdict advantage,
    Verdict neutral,
    Interval difference) {

  /** Selection has had time. */
  public static final double GENERATIONS_LEAST = 20;

  /** Selection is stronger than drift: N·s. */
  public static final double STRENGTH_LEAST = 10;

  public static Experiment of(List<Outcome> outcomes) {
    return new Experiment(
        outcomes.size(),
        Interval.ofMean(outcomes.stream().mapToDouble(Outcome::relays).toArray()),
        Interval.ofMean(outcomes.stream().mapToDouble(Outcome::generations).toArray()),
        Verdict.onAdvantage(outcomes),
        Verdict.onNeutral(outcomes),
        Interval.ofPairs(
            outcomes.stream().mapToDouble(outcome -> outcome.advantage().last()).toArray(),
            outcomes.stream().mapToDouble(outcome -> outcome.neutral().last()).toArray()));
  }

  /** N·s: relays times selection coefficient. */
  public double strength() {
    return relays.value() * advantage.coefficient().value();
  }

  /** Whether the advantage spread, the name did not, and both had the time to. */
  public boolean holds() {
    return generations.value() >= GENERATIONS_LEAST
        && strength() > STRENGTH_LEAST
        && advantage.spread()
        && neutral.isChance()
        && difference.isAbove(0);
  }
}
