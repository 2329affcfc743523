package org.bulbil.cli.atlas;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.core.time.Time;

/**
 * A clock that stands still, and real waiting: for documents of a day long ago.
 *
 * @param now always
 * @param waiting does the waiting
 */
record FixedTime(Instant now, Time waiting) implements Time {

  @Override
  public void pause(Duration length) throws InterruptedException {
    waiting.pause(length);
  }
}
