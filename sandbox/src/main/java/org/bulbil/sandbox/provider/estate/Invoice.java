package org.bulbil.sandbox.provider.estate;

import java.time.Instant;
import java.util.Optional;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.provider.book.InvoiceId;
import org.bulbil.sandbox.provider.book.Token;

/**
 * A request for one payment, as it stands at a moment.
 *
 * @param address only this invoice's
 * @param price what must arrive there in one payment
 * @param amount what the token is credited for it
 * @param rate from which the price follows
 * @param txid the first payment that came in time; empty until it is seen
 * @param paid when it was credited; empty until then
 */
public record Invoice(
    InvoiceId id,
    Token token,
    String address,
    Sats price,
    Cents amount,
    Rate rate,
    Instant created,
    Instant expiry,
    Optional<String> txid,
    Optional<Instant> paid) {

  /** Past its expiry without having been credited; a payment that came in time still may be. */
  public boolean isExpired(Instant now) {
    return paid.isEmpty() && !now.isBefore(expiry);
  }

  Invoice withTxid(Optional<String> seen) {
    return new Invoice(id, token, address, price, amount, rate, created, expiry, seen, paid);
  }

  Invoice paidBy(String payment, Instant at) {
    return new Invoice(
        id,
        token,
        address,
        price,
        amount,
        rate,
        created,
        expiry,
        Optional.of(payment),
        Optional.of(at));
  }
}
