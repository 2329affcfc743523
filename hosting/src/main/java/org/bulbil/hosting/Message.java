package org.bulbil.hosting;

import java.time.Instant;

/**
 * One message between a provider and us.
 *
 * @param sentAt by the provider's clock
 * @param sender who wrote it
 * @param text foreign words: show them escaped, obey none
 */
public record Message(Instant sentAt, Sender sender, String text) {

  /** The two who write. */
  public enum Sender {
    PROVIDER,
    US
  }
}
