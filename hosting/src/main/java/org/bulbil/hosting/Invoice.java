package org.bulbil.hosting;

import java.time.Instant;
import java.util.Optional;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;

/**
 * A bill for credit.
 *
 * @param id the provider's name for it
 * @param request where to pay, and exactly how much
 * @param credits what the token gains when it is paid
 * @param created when it was made out
 * @param expires when it is too late to pay
 * @param paid when the provider counted the payment; empty before
 * @param txid of the payment, where the provider has seen it
 * @param expired the provider's own word that it is too late; means nothing once paid
 */
public record Invoice(
    InvoiceId id,
    PaymentRequest request,
    Cents credits,
    Instant created,
    Instant expires,
    Optional<Instant> paid,
    Optional<String> txid,
    boolean expired) {

  public Invoice {
    Rate.implied(credits, request.amount()); // An invoice that implies no price is none.
    if (expires.isBefore(created)) {
      throw new IllegalArgumentException("invoice " + id + " expires before it is created");
    }
  }

  public boolean isPaid() {
    return paid.isPresent();
  }

  /** Whether a payment sent now would still count. */
  public boolean isPayable(Instant now) {
    return !isPaid() && !expired && now.isBefore(expires);
  }

  /** The price of a bitcoin that this invoice implies, before any fee. */
  public Rate rate() {
    return Rate.implied(credits, request.amount());
  }
}
