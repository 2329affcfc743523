package org.bulbil.agent.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.purchase.Purchase.State;
import org.bulbil.bitcoin.chain.FeeLevels;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.core.money.Rate;
import org.bulbil.core.policy.Price;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Provider;

/** What every step of a purchase works with. */
record Desk(
    Provider provider,
    Wallet wallet,
    Journal journal,
    PurchaseBook book,
    Patience patience,
    Time time) {

  private static final String PRICE = "price.cents_per_bitcoin";

  /** Written after the price: a crash between them makes a fresh one look old. */
  private static final String ASKED = "price.asked";

  Optional<Price> price() {
    return journal
        .recall(PRICE)
        .map(cents -> new Rate(Long.parseLong(cents)))
        .map(rate -> new Price(rate, journal.recallInstant(ASKED).orElse(Instant.EPOCH)));
  }

  void learn(Rate rate) {
    journal.remember(PRICE, Long.toString(rate.centsPerBitcoin()));
    journal.remember(ASKED, time.now());
  }

  Optional<Payment> payment(Purchase purchase) {
    return wallet.outbox().find(purchase.reference());
  }

  /** What is known of fees; nothing where servers have been silent for long. */
  FeeLevels levels() {
    return wallet.feeLevels().answer().orElse(FeeLevels.NONE);
  }

  Duration left(Instant deadline) {
    return Duration.between(time.now(), deadline);
  }

  /** Whether {@code purchase} has been in its state for longer than {@code span}. */
  boolean isOverdue(Purchase purchase, Duration span) {
    return purchase.changed().plus(span).isBefore(time.now());
  }

  Purchase move(Purchase purchase, State state, String words) {
    return book.move(purchase, state, words, time.now());
  }

  Purchase abandon(Purchase purchase, String why) {
    journal.note(Entry.Kind.CREDIT, "not buying " + purchase.amount() + " of credit: " + why);
    return move(purchase, State.ABANDONED, why);
  }

  void trouble(String words) {
    journal.note(Entry.Kind.TROUBLE, words);
  }
}
