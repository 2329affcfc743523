package org.bulbil.agent.will;

import java.time.Duration;
import java.time.Instant;

/**
 * The end of a lease, as a will sees it.
 *
 * @param end when the server is deleted
 * @param slack how long before that a will must be sent to be in a block in time
 */
public record Deadline(Instant end, Duration slack) {

  Duration left(Instant now) {
    return Duration.between(now, end);
  }

  /** Whether a will that waits must be helped. */
  boolean isNear(Instant now) {
    return left(now).compareTo(slack.multipliedBy(2)) <= 0;
  }
}
