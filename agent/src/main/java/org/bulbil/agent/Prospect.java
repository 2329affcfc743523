package org.bulbil.agent;

import java.util.Optional;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.policy.Gate;
import org.bulbil.core.policy.Obstacle;
import org.bulbil.core.policy.Outlook;
import org.bulbil.core.policy.Reserve;
import org.bulbil.core.policy.Situation;

/**
 * What a heartbeat expected of the days to come.
 *
 * @param reserve what is kept for them
 * @param incomeNeeded for children, in rent-days per day
 * @param obstacle that keeps the relay from bearing a child now; empty where nothing does
 */
record Prospect(Reserve reserve, double incomeNeeded, Optional<Obstacle> obstacle) {

  /** Before anything was looked at. */
  static final Prospect UNKNOWN =
      new Prospect(new Reserve(Reserve.MOST, Outlook.UNKNOWN), 1, Optional.of(Obstacle.UNKNOWN));

  static Prospect of(Situation situation, Genome genome, Gate gate) {
    return new Prospect(
        Reserve.of(situation.outlook(), genome),
        gate.incomeNeeded(situation),
        gate.obstacle(situation));
  }
}
