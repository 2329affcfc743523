package org.bulbil.sandbox.witness;

import org.bulbil.core.money.Sats;

/**
 * Coins of a dead relay that nobody can spend.
 *
 * @param relay whose server has ended
 * @param amount all that is lost for this reason
 */
public record Loss(Relay relay, Sats amount, Cause cause) {

  /** Why nobody has them. */
  public enum Cause {
    /** They came after its end: donors remember who has died, and give all the same. */
    GIVEN_TO_THE_DEAD("came after its end"),
    /** They were proven so shortly before its end that no block could be counted on any more. */
    TOO_LATE("came too late for a will"),
    /** Sending them would have cost more than it brought, or made dust. */
    TOO_LITTLE("was not worth the fee of a will"),
    /**
     * Its server was deleted before the lease's end, from when an heir may send what it left: that
     * is still to come.
     */
    NOT_YET_INHERITED("waits for an heir to send it"),
    /** The relay had them, and had time: it is our fault. */
    OURS("lay there when its server ended, and no will was made of it");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    /** As the end of a sentence whose subject is the money. */
    public String words() {
      return words;
    }
  }
}
