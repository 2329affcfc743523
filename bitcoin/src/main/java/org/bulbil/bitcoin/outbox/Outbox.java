package org.bulbil.bitcoin.outbox;

import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.core.money.FeeRate;

/** Payments that cannot be lost or made twice. */
@SuppressWarnings("DoNotCallSuggester") // The rooms behind it are being furnished.
public final class Outbox {

  /**
   * Makes the payment, unless its reference is known already: then nothing is made, and the payment
   * of that reference is returned as it stands.
   */
  public PayAnswer pay(PaymentOrder order, FeeEstimates estimates) {
    throw new UnsupportedOperationException();
  }

  /** Sends every coin that is worth its fee; idempotent as {@link #pay}. */
  public PayAnswer sweep(SweepOrder order) {
    throw new UnsupportedOperationException();
  }

  /** Bids higher for a payment that waits: a further attempt with the same inputs (BIP125). */
  public BumpAnswer bump(String reference, FeeRate rate) {
    throw new UnsupportedOperationException();
  }

  /** Sends the bytes of every open payment again; once a heartbeat. Returns what is still open. */
  public List<Payment> settle() {
    throw new UnsupportedOperationException();
  }

  public Optional<Payment> find(String reference) {
    throw new UnsupportedOperationException();
  }

  /** Payments that are neither confirmed nor dead, oldest first. */
  public List<Payment> open() {
    throw new UnsupportedOperationException();
  }

  /** The newest payments of any state, newest first, at most {@code count}. */
  public List<Payment> recent(int count) {
    throw new UnsupportedOperationException();
  }
}
