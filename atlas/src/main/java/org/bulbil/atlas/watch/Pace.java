package org.bulbil.atlas.watch;

import java.time.Duration;

/**
 * How often strangers' servers are asked.
 *
 * @param interval from one turn to the next
 * @param betweenRequests within a turn
 * @param perTurn how many relays or addresses are looked at in a turn, the longest unseen first
 */
public record Pace(Duration interval, Duration betweenRequests, int perTurn) {

  /** Public chain servers bear a request a second from everybody. */
  public static final Pace CHAIN = new Pace(Duration.ofMinutes(3), Duration.ofSeconds(1), 40);

  /** A status page is made ready by each heartbeat; a donor wants it within the hour. */
  public static final Pace PAGES = new Pace(Duration.ofMinutes(10), Duration.ZERO, 200);

  /** Of a world on one machine, in which a day lasts a minute. */
  public static final Pace SANDBOX = new Pace(Duration.ofSeconds(5), Duration.ZERO, 200);

  public Pace {
    if (interval.isNegative() || betweenRequests.isNegative() || perTurn < 1) {
      throw new IllegalArgumentException(
          "not a pace: %s, %s, %d".formatted(interval, betweenRequests, perTurn));
    }
  }
}
