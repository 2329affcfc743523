package org.bulbil.cli.launch;

import java.util.Optional;
import org.bulbil.agent.launch.Founder.State;
import org.bulbil.agent.launch.Turn;
import org.bulbil.core.money.Sats;

/** What a person has been asked to send and has not sent yet. */
final class OpenRequest {

  private Sats asked;

  OpenRequest(Sats asked) {
    this.asked = asked;
  }

  /** What he must be asked for now; empty where he knows. */
  Optional<Sats> after(Turn turn) {
    var missing = turn.missing().minusOrZero(turn.hoped());
    if (missing.compareTo(asked) > 0) {
      asked = missing;
      return Optional.of(missing);
    }
    if (missing.isZero() && hasSent(turn)) {
      asked = Sats.ZERO;
    }
    return Optional.empty();
  }

  private static boolean hasSent(Turn turn) {
    return turn.hoped().isPositive()
        || turn.held().isPositive()
        || turn.founders().stream().anyMatch(founder -> founder.state() != State.PLANNED);
  }
}
