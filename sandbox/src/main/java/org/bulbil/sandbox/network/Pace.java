package org.bulbil.sandbox.network;

import java.time.Duration;

/**
 * How often the authorities vote. A new relay appears after one vote, at worst {@code interval +
 * vote + distribution}; each vote costs every tor process CPU time.
 *
 * @param first interval until the first consensus, in seconds, 5 or more and a part of 30 minutes
 * @param interval in seconds, 10 or more and a part of a day
 * @param vote from the start of a vote to its end, in seconds, 2 or more
 * @param distribution of its result, in seconds, 2 or more
 */
public record Pace(int first, int interval, int vote, int distribution) {

  /** For about thirty relays on two cores: they spend two thirds of one core at worst. */
  public static final Pace USUAL = new Pace(10, 20, 4, 3);

  /** The fastest that tor allows, for tests with a few relays. */
  public static final Pace FASTEST = new Pace(5, 10, 2, 2);

  private static final int DAY = 24 * 60 * 60;
  private static final int HALF_HOUR = 30 * 60;

  public Pace {
    require(
        first >= 5 && HALF_HOUR % first == 0,
        "the first interval must be 5 s or more and divide 30 minutes",
        first);
    require(
        interval >= 10 && DAY % interval == 0,
        "the interval must be 10 s or more and divide a day",
        interval);
    require(
        vote >= 2 && distribution >= 2,
        "the delays must be 2 s or more",
        Math.min(vote, distribution));
    require(
        vote + distribution < first && 2 * (vote + distribution) < interval,
        "the delays together must be less than the first interval and half the later ones",
        vote + distribution);
  }

  private static void require(boolean holds, String rule, int seconds) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", not " + seconds + " s");
    }
  }

  /** Until a relay that has published itself is in the consensus, at worst. */
  public Duration longestWait() {
    return Duration.ofSeconds((long) interval + vote + distribution);
  }
}
