package org.bulbil.sandbox.witness;

import org.bulbil.core.money.Sats;

/**
 * Where the money of one relay, or of all, went.
 *
 * @param received paid to it by anybody else, other relays among them
 * @param rent paid to the provider, for itself and for children
 * @param fees paid to miners
 * @param given to the beneficiary and, as start gifts, to children
 * @param held coins of living relays
 * @param lost coins of dead relays, which nobody can spend any more
 */
public record Statement(Sats received, Sats rent, Sats fees, Sats given, Sats held, Sats lost) {

  public static final Statement EMPTY =
      new Statement(Sats.ZERO, Sats.ZERO, Sats.ZERO, Sats.ZERO, Sats.ZERO, Sats.ZERO);

  public Statement plus(Statement that) {
    return new Statement(
        received.plus(that.received),
        rent.plus(that.rent),
        fees.plus(that.fees),
        given.plus(that.given),
        held.plus(that.held),
        lost.plus(that.lost));
  }

  /** What is missing from received = rent + fees + given + held + lost; 0 where it adds up. */
  public long residue() {
    return received.value()
        - rent.value()
        - fees.value()
        - given.value()
        - held.value()
        - lost.value();
  }

  Statement withReceived(Sats amount) {
    return plus(new Statement(amount, Sats.ZERO, Sats.ZERO, Sats.ZERO, Sats.ZERO, Sats.ZERO));
  }

  Statement withRent(Sats amount) {
    return plus(new Statement(Sats.ZERO, amount, Sats.ZERO, Sats.ZERO, Sats.ZERO, Sats.ZERO));
  }

  Statement withFees(Sats amount) {
    return plus(new Statement(Sats.ZERO, Sats.ZERO, amount, Sats.ZERO, Sats.ZERO, Sats.ZERO));
  }

  Statement withGiven(Sats amount) {
    return plus(new Statement(Sats.ZERO, Sats.ZERO, Sats.ZERO, amount, Sats.ZERO, Sats.ZERO));
  }

  Statement withHeld(Sats amount) {
    return plus(new Statement(Sats.ZERO, Sats.ZERO, Sats.ZERO, Sats.ZERO, amount, Sats.ZERO));
  }

  Statement withLost(Sats amount) {
    return plus(new Statement(Sats.ZERO, Sats.ZERO, Sats.ZERO, Sats.ZERO, Sats.ZERO, amount));
  }
}
