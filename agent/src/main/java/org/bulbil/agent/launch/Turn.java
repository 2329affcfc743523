package org.bulbil.agent.launch;

import java.util.List;
import java.util.Optional;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Sats;

/**
 * What one turn of a launch came to.
 *
 * @param founders as they stand
 * @param hoped money that is seen and not proven yet
 * @param held proven money that nothing was promised
 * @param missing what has to be sent to the launcher's wallet besides; zero where nothing has
 * @param obstacle what keeps the launch from buying, for people; empty where nothing does
 */
public record Turn(
    List<Founder> founders, Sats hoped, Sats held, Sats missing, Optional<Obstacle> obstacle) {

  /** What only a person can get out of the way. */
  public sealed interface Obstacle {

    /** For people. */
    String words();

    /** The provider asks more than was agreed to. */
    record Dearer(Cents agreed, Cents now) implements Obstacle {
      @Override
      public String words() {
        return "the provider now asks %s for each relay; %s was agreed to".formatted(now, agreed);
      }
    }

    /** Another purchase could cost more than the limit. */
    record Limit(Cents most) implements Obstacle {
      @Override
      public String words() {
        return "buying for another relay could cost more than the limit of " + most;
      }
    }
  }

  public Turn {
    founders = List.copyOf(founders);
  }

  /** Whether nothing is left to do. */
  public boolean isOver() {
    return founders.stream().allMatch(Founder::isOver);
  }

  /** How many the consensus has called Running. */
  public long running() {
    return founders.stream().filter(Founder::hasRun).count();
  }
}
