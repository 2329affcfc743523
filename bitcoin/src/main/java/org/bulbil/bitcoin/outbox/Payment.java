package org.bulbil.bitcoin.outbox;

import java.time.Instant;
import java.util.List;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.TxId;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/**
 * A payment and every attempt at it, oldest first. All attempts share their inputs, so at most one
 * confirms.
 */
public record Payment(
    String reference, Purpose purpose, Address address, Instant created, List<Attempt> attempts) {

  public Payment {
    attempts = List.copyOf(attempts);
    if (attempts.isEmpty()) {
      throw new IllegalArgumentException("a payment without an attempt: " + reference);
    }
  }

  /** The attempt that counts: the confirmed one, else the newest. */
  public Attempt current() {
    return attempts.stream()
        .filter(attempt -> attempt.state() == State.CONFIRMED)
        .findFirst()
        .orElseGet(attempts::getLast);
  }

  public State state() {
    return current().state();
  }

  public boolean isConfirmed() {
    return state() == State.CONFIRMED;
  }

  /** Still on its way: neither confirmed nor dead. */
  public boolean isOpen() {
    return !isConfirmed() && state() != State.DEAD;
  }

  /** What it bids for room in a block. */
  public FeeRate rate() {
    return FeeRate.of(fee(), current().vbytes());
  }

  /** Whether what counts now is a payment back to ourselves; see {@link Outbox#withdraw}. */
  public boolean isWithdrawn() {
    return current().withdraws();
  }

  public TxId transaction() {
    return current().transaction();
  }

  public Sats amount() {
    return current().amount();
  }

  public Sats fee() {
    return current().fee();
  }
}
