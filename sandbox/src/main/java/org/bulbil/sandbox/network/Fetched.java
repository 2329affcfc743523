package org.bulbil.sandbox.network;

import java.time.Duration;
import org.bulbil.tor.Bandwidth;

/**
 * A page or file that came through the network.
 *
 * @param bytes of its body
 * @param sha256 of its body, 64 hexadecimal digits, lower case
 * @param firstByte from the request to the first byte of the answer
 * @param took from that to the last
 */
public record Fetched(long bytes, String sha256, Duration firstByte, Duration took) {

  /** Shortest time that a speed is computed from: below it the clock decides. */
  private static final Duration MEASURABLE = Duration.ofMillis(1);

  public Bandwidth speed() {
    return Bandwidth.of(bytes, took.compareTo(MEASURABLE) < 0 ? MEASURABLE : took);
  }

  public Duration total() {
    return firstByte.plus(took);
  }
}
