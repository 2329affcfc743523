package org.bulbil.sandbox.witness;

import java.time.Instant;
import java.util.Optional;
import org.bulbil.core.money.Sats;

/**
 * Something that happened in a relay's life.
 *
 * @param at when the witness learnt of it
 * @param relay as it was known then
 * @param moved the money that moved, where some did on the chain
 */
public record LifeEvent(Kind kind, Instant at, Relay relay, Optional<Sats> moved) {

  /** What happened. */
  public enum Kind {
    /** Its server was launched. */
    BORN("born"),
    /** A consensus has it as Running for the first time. */
    RUNNING("running"),
    /** A payment to its published address confirmed. */
    GIFT("gift"),
    /** A payment of its own to the provider was credited to its own token. */
    BOUGHT_CREDIT("bought-credit"),
    /** Its lease was extended. */
    RENEWED("renewed"),
    /** A server was launched on a token that it had paid for. */
    PROPAGATED("propagated"),
    /** A payment of its own to the beneficiary confirmed. */
    WILL("will"),
    /** Its server was deleted. */
    DIED("died");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As scripts read it. */
    public String word() {
      return word;
    }
  }
}
