package org.bulbil.agent.purchase;

import java.util.List;
import java.util.Optional;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.purchase.Purchase.State;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.policy.Price;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.Provider;

/**
 * Moves purchases along, a step at a time. A step that a crash interrupts, or whose answer is lost,
 * is asked about before it is taken again; nothing here ever pays one purchase twice, and no
 * purchase begins while a payment of an earlier one for the same purpose may still go either way.
 */
public final class Purchases {

  private final Desk desk;
  private final Billing billing;
  private final Checkout checkout;
  private final Settlement settlement;

  public Purchases(
      Provider provider, Wallet wallet, Journal journal, Patience patience, Time time) {
    this.desk =
        new Desk(provider, wallet, journal, new PurchaseBook(journal.store()), patience, time);
    this.billing = new Billing(desk);
    this.checkout = new Checkout(desk);
    this.settlement = new Settlement(desk);
  }

  /** What a bitcoin costs by the newest invoice; empty before the first. */
  public Optional<Price> price() {
    return desk.price();
  }

  /** The newest purchases of any purpose, newest first. */
  public List<Purchase> newest(int count) {
    return desk.book().newest(count);
  }

  /** The newest purchase for {@code purpose}, open or not. */
  public Optional<Purchase> newest(String purpose) {
    return desk.book().newest(purpose);
  }

  /**
   * Begins a purchase; {@link #advance} does the rest.
   *
   * @throws IllegalStateException while an earlier one for this purpose is open
   */
  public Purchase begin(String purpose, Cents amount, int feePercent, String why) {
    newest(purpose)
        .filter(Purchase::isOpen)
        .ifPresent(
            open -> {
              throw new IllegalStateException("this is being bought already: " + open);
            });
    return desk.book().add(purpose, amount, feePercent, desk.time().now(), why);
  }

  /**
   * Learns the price of a bitcoin from an invoice that is not paid: harmless to repeat, and
   * therefore without an intent.
   */
  public Outcome<Rate> askPrice(CreditToken token, Cents amount) {
    var answer = desk.provider().invoice(token, amount).map(Invoice::rate);
    answer.answer().ifPresent(desk::learn);
    return answer;
  }

  /** Whether a payment for it is in the outbox, also where a crash kept that from its row. */
  public boolean hasPayment(Purchase purchase) {
    return desk.payment(purchase).isPresent();
  }

  /** Whether credit is to be expected: it is paid, and the payment is not being taken back. */
  public boolean mayBeCredited(Purchase purchase) {
    return hasPayment(purchase) && purchase.state() != State.WITHDRAWING;
  }

  /** The fee of a payment that was taken back: what an abandoned purchase has cost. */
  public Sats feeLost(Purchase purchase) {
    return purchase.state() == State.ABANDONED
        ? desk.payment(purchase).filter(Payment::isConfirmed).map(Payment::fee).orElse(Sats.ZERO)
        : Sats.ZERO;
  }

  /** Ends a purchase for which nothing was paid. */
  public Purchase drop(Purchase purchase, String why) {
    if (hasPayment(purchase)) {
      throw new IllegalArgumentException(purchase.reference() + " is paid and cannot be dropped");
    }
    return desk.abandon(purchase, why);
  }

  /** Takes all steps of {@code purchase} that can be taken now. */
  public Purchase advance(Purchase purchase, CreditToken token) {
    var next = step(purchase, token);
    return next.state() == purchase.state() ? next : advance(next, token);
  }

  private Purchase step(Purchase purchase, CreditToken token) {
    return switch (purchase.state()) {
      case WANTED -> billing.ask(purchase, token);
      case INVOICED -> checkout.pay(purchase, purchase.bill().orElseThrow(), token);
      case PAYING, CONFIRMED, WITHDRAWING ->
          settlement.watch(purchase, purchase.bill().orElseThrow(), token);
      case CREDITED, ABANDONED, STRANDED -> purchase;
    };
  }

  /**
   * Looks now and then, for a month, whether a purchase that was given up is credited after all.
   */
  public void revisit(String purpose, CreditToken token) {
    desk
        .book()
        .stranded(purpose, desk.time().now().minus(desk.patience().beforeForgetting()))
        .stream()
        .filter(purchase -> desk.isOverdue(purchase, desk.patience().betweenLooks()))
        .forEach(purchase -> look(purchase, token));
  }

  private void look(Purchase purchase, CreditToken token) {
    var read = desk.provider().invoice(token, purchase.bill().orElseThrow().invoice()).answer();
    if (read.filter(Invoice::isPaid).isPresent()) {
      desk.journal()
          .note(Entry.Kind.CREDIT, purchase.amount() + " of credit, given up before, arrived late");
      desk.move(purchase, State.CREDITED, "credited late");
    } else if (read.isPresent()) {
      desk.move(purchase, State.STRANDED, purchase.words());
    }
  }
}
