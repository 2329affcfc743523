package org.bulbil.agent.launch;

import java.time.Duration;

/**
 * How often a launch looks around.
 *
 * @param turn between two turns, at each of which every invoice and server that waits is asked for
 * @param look between two looks into the Tor directory
 */
public record Pace(Duration turn, Duration look) {

  /** A provider's own client asks for an invoice once a minute; a consensus comes once an hour. */
  public static final Pace USUAL = new Pace(Duration.ofSeconds(30), Duration.ofMinutes(5));
}
