package org.bulbil.agent.order;

import java.util.Arrays;
import java.util.Optional;

/** What can be ordered: less than a relay would do otherwise, never more. */
public enum Verb {
  /** To bear no children any more, for good. What was planted lives on. */
  PLANT_NO_MORE("plant no more"),
  /** To make the last will now, to renew no more, and to end tor. */
  SHUT_DOWN("shut down");

  private final String words;

  Verb(String words) {
    this.words = words;
  }

  /** As an order says it. */
  public String words() {
    return words;
  }

  /** The verb of these words, letter by letter. */
  static Optional<Verb> of(String words) {
    return Arrays.stream(values()).filter(verb -> verb.words.equals(words)).findFirst();
  }
}
