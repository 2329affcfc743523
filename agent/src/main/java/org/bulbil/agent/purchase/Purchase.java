package org.bulbil.agent.purchase;

import java.time.Instant;
import java.util.Optional;
import org.bulbil.core.money.Cents;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.PaymentRequest;

/**
 * One purchase of credit.
 *
 * @param purpose what the credit is for: one purchase at a time is open for each
 * @param amount of credit
 * @param feePercent the largest fee, as a share of the payment
 * @param bill what the provider asks; empty before it has made an invoice
 * @param changed when it came into its present state
 * @param words what happened last, for people
 */
public record Purchase(
    long id,
    String purpose,
    Cents amount,
    int feePercent,
    State state,
    Optional<Bill> bill,
    Instant made,
    Instant changed,
    String words) {

  /** The purpose of every purchase for the relay's own server. */
  public static final String RENT = "rent";

  /** The part of an invoice that a purchase needs. */
  public record Bill(InvoiceId invoice, PaymentRequest request, Instant expires) {}

  /** Where a purchase stands. The names are stored; never rename one. */
  public enum State {
    /** No invoice is known yet. */
    WANTED,
    /** There is an invoice, and nothing was paid. */
    INVOICED,
    /** A payment is in the outbox, and not confirmed. */
    PAYING,
    /** Our payment has confirmed, and the provider has not credited it yet. */
    CONFIRMED,
    /** The invoice died before our payment confirmed; a replacement takes the money back. */
    WITHDRAWING,
    /** The provider says that it is paid. */
    CREDITED,
    /** It ended, and nothing was given to the provider for it. */
    ABANDONED,
    /**
     * It was paid, and the provider has not credited it in a day; see {@link Purchases#revisit}.
     */
    STRANDED;

    boolean isOpen() {
      return switch (this) {
        case WANTED, INVOICED, PAYING, CONFIRMED, WITHDRAWING -> true;
        case CREDITED, ABANDONED, STRANDED -> false;
      };
    }
  }

  public boolean isOpen() {
    return state.isOpen();
  }

  Purchase withBill(Bill asked) {
    return new Purchase(
        id, purpose, amount, feePercent, state, Optional.of(asked), made, changed, words);
  }

  Purchase moved(State next, String why, Instant now) {
    return new Purchase(id, purpose, amount, feePercent, next, bill, made, now, why);
  }

  /** By which the outbox knows the payment. */
  public String reference() {
    return "purchase:" + id;
  }
}
