package org.bulbil.sandbox.provider.book;

import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Sats;

/**
 * The provider's totals over all tokens.
 *
 * @param credited cents that payments added to balances
 * @param spent cents that launches, top-ups and autorenewals took from them
 * @param earned satoshis that were asked for and paid, in full
 * @param stranded satoshis that arrived and credited nothing: too little, too late, twice,
 *     forgotten, or more than was asked
 */
public record Account(Cents credited, Cents spent, Sats earned, Sats stranded) {

  static final Account EMPTY = new Account(Cents.ZERO, Cents.ZERO, Sats.ZERO, Sats.ZERO);

  /** Cents on all tokens together. */
  public Cents balance() {
    return credited.minus(spent);
  }

  /** Every satoshi that arrived with enough confirmations. */
  public Sats received() {
    return earned.plus(stranded);
  }

  Account after(Event event) {
    return switch (event) {
      case Event.InvoicePaid paid -> paid(paid);
      case Event.PaymentStranded payment ->
          new Account(credited, spent, earned, stranded.plus(payment.received()));
      case Event.Launched launched -> spend(launched.price());
      case Event.ToppedUp toppedUp -> spend(toppedUp.price());
      case Event.TokenMinted _,
          Event.InvoiceMade _,
          Event.InvoiceExpired _,
          Event.Built _,
          Event.Suspended _,
          Event.Started _,
          Event.Stopped _,
          Event.Rebooted _,
          Event.Rebuilt _,
          Event.Ended _ ->
          this;
    };
  }

  private Account paid(Event.InvoicePaid paid) {
    return new Account(
        credited.plus(paid.credited()),
        spent,
        earned.plus(paid.price()),
        stranded.plus(paid.received().minus(paid.price())));
  }

  private Account spend(Cents price) {
    return new Account(credited, spent.plus(price), earned, stranded);
  }
}
