package org.bulbil.agent.settings;

import java.time.Duration;

/**
 * How often a relay looks around.
 *
 * @param heartbeat between two beats
 * @param answer the longest wait for one answer from the provider or a chain server
 */
public record Rhythm(Duration heartbeat, Duration answer) {

  /** How long after its sending a request whose answer was lost may still take effect. */
  public Duration lateAnswer() {
    return answer.multipliedBy(4);
  }
}
