package org.bulbil.agent.health;

import java.time.Duration;
import org.bulbil.core.time.Day;

/**
 * For how long a provider that fails is left alone: not at all for its first failures, then twice
 * as long with each further one, up to a bound.
 *
 * @param shortest the first pause
 * @param longest the last one
 */
record Quarantine(Duration shortest, Duration longest) {

  /** Failures in a row that are nothing to speak of: two or three heartbeats without a line. */
  static final int PATIENCE = 6;

  private static final int DOUBLINGS_MAX = 20;

  /** A quarter of a day is the longest that anything which can wait has to wait. */
  private static final int PART_OF_DAY = 4;

  /** The usual: from a heartbeat to a quarter of a day. */
  static Quarantine of(Duration heartbeat, Day day) {
    var longest = day.fraction(1, PART_OF_DAY);
    return new Quarantine(heartbeat.compareTo(longest) < 0 ? heartbeat : longest, longest);
  }

  /** The pause after so many failures in a row; zero for a few. */
  Duration after(int failures) {
    if (failures < PATIENCE) {
      return Duration.ZERO;
    }
    var pause = shortest.multipliedBy(1L << Math.min(failures - PATIENCE, DOUBLINGS_MAX));
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
