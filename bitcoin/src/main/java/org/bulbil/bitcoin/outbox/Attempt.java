package org.bulbil.bitcoin.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.core.money.Sats;

/**
 * One signed transaction that makes a payment.
 *
 * @param vbytes its size, counted with the longest signatures
 * @param amount what payees get by it; zero where it takes the payment back
 * @param change what comes back, in its last output; zero where there is none
 * @param lastSent when its bytes were last handed to a server
 * @param lastAnswer what the server said to that, for people
 */
public record Attempt(
    TxId transaction,
    long vbytes,
    Sats amount,
    Sats fee,
    Sats change,
    List<OutPoint> inputs,
    State state,
    Instant created,
    Optional<Instant> lastSent,
    Optional<String> lastAnswer) {

  /** Whether it gives the payee nothing and everything back to us. */
  public boolean withdraws() {
    return amount.isZero();
  }
}
