package org.bulbil.sandbox.donors;

import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.Address;

/** A gift that somebody has made up their mind to give. */
public record GiftPlan(Kind kind, Address to, Sats amount) {

  /** What moves the giver. */
  public enum Kind {
    /** A few dollars to a relay that does well. */
    USUAL,
    /** Hardly more than dust: it costs more to spend than many a relay will pay. */
    DUST,
    /** Once, and hugely. */
    HUGE,
    /** To an address remembered from long ago; its relay is dead. */
    REMEMBERED
  }
}
