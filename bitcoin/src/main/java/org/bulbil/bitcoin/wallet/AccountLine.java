package org.bulbil.bitcoin.wallet;

import java.util.Map;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.core.money.Sats;

/**
 * Where every satoshi went: received = paid for each purpose + fees + held + foreign, to the
 * satoshi, at every instant. A payment counts as paid from the moment it is signed.
 *
 * @param received all gifts, proven or already spent by a payment of ours
 * @param paid what payees got, by purpose, without fees; consolidations pay nobody and are absent
 * @param fees of all our payments
 * @param held coins of ours, and change on its way
 * @param foreign left our coins by a transaction that is not in our outbox: somebody else has the
 *     seed, or this file was lost once
 */
public record AccountLine(
    Sats received, Map<Purpose, Sats> paid, Sats fees, Sats held, Sats foreign) {

  public AccountLine {
    paid = Map.copyOf(paid);
  }

  /** To providers for our own server. */
  public Sats rent() {
    return paid(Purpose.RENT);
  }

  /** Passed on: to children, to the beneficiary and to other relays. */
  public Sats given() {
    return paid(Purpose.ENDOWMENT)
        .plus(paid(Purpose.START_GIFT))
        .plus(paid(Purpose.WILL))
        .plus(paid(Purpose.TIP));
  }

  public Sats paid(Purpose purpose) {
    return paid.getOrDefault(purpose, Sats.ZERO);
  }

  /**
   * Satoshis that cannot be explained; anything but 0 is a bug. Negative where more left than came.
   */
  public long difference() {
    var explained = rent().plus(given()).plus(fees).plus(held).plus(foreign);
    return received.value() - explained.value();
  }

  @Override
  public String toString() {
    return "received %d = rent %d + fees %d + given %d + held %d%s sat"
        .formatted(
            received.value(),
            rent().value(),
            fees.value(),
            given().value(),
            held.value(),
            foreign.isZero() ? "" : " + foreign " + foreign.value());
  }
}
