package org.bulbil.agent.survive;

import java.time.Duration;
import java.time.Instant;

/**
 * For how long the agent has had a fair chance.
 *
 * <p>A heartbeat is <i>fair</i> if the process was alive from its beginning to its end, every
 * answer that it asked for came and was true, both chain servers were up, honest and not behind,
 * the disk took every write, the machine's clock was right, and the server was not suspended.
 */
final class Fairness {

  private int beats;
  private Instant since = Instant.MIN;

  /** A heartbeat has ended. */
  void note(boolean isFair, Instant now) {
    if (!isFair) {
      beats = 0;
    } else if (beats++ == 0) {
      since = now;
    }
  }

  /** Fair heartbeats without an unfair one between them, the newest included. */
  int beats() {
    return beats;
  }

  /** From the first to the newest of them. */
  Duration span(Instant now) {
    return beats == 0 ? Duration.ZERO : Duration.between(since, now);
  }
}
