package org.bulbil.sandbox.provider.estate;

import java.time.Instant;

/** A line of the talk between a customer and the provider. */
public record Message(Instant sent, Sender sender, String text) {

  /** Who wrote it. */
  public enum Sender {
    USER("User"),
    SPORESTACK("SporeStack");

    private final String word;

    Sender(String word) {
      this.word = word;
    }

    /** The word in replies. */
    public String word() {
      return word;
    }
  }
}
