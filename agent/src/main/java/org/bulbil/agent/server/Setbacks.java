package org.bulbil.agent.server;

import java.time.Instant;
import org.bulbil.core.time.Day;

/**
 * Failures in a row, each of which makes the pause before the next attempt twice as long: from a
 * 24th of a day to {@value #PAUSE_DOUBLINGS} doublings of it, most of a day.
 *
 * @param count so far, without a success since
 * @param newest when the newest was
 */
public record Setbacks(int count, Instant newest) {

  private static final int PAUSE_DOUBLINGS = 4;

  /** Whether it is time for another attempt; at once where none has failed. */
  public boolean allowAnother(Day day, Instant now) {
    if (count == 0) {
      return true;
    }
    var pause = day.fraction(1L << Math.min(count - 1, PAUSE_DOUBLINGS), 24);
    return !newest.plus(pause).isAfter(now);
  }
}
