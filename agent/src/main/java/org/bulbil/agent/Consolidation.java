package org.bulbil.agent;

import java.time.Duration;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.chain.FeeLevels;
import org.bulbil.bitcoin.outbox.BumpAnswer;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.outbox.SweepOrder;
import org.bulbil.bitcoin.payment.Bidding;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;

/**
 * Makes one coin of many, once a week at most: the payment is named after the week. It bids what is
 * patient, and more as the day goes by in which it should confirm, since its coins are bound.
 */
final class Consolidation {

  private static final int DAYS_BETWEEN = 7;

  private final Wallet wallet;
  private final Journal journal;
  private final Bidding bidding;
  private final Day day;
  private final Time time;

  Consolidation(Wallet wallet, Journal journal, Bidding bidding, Day day, Time time) {
    this.wallet = wallet;
    this.journal = journal;
    this.bidding = bidding;
    this.day = day;
    this.time = time;
  }

  void merge(FeeLevels levels) {
    var week = time.now().toEpochMilli() / day.times(DAYS_BETWEEN).toMillis();
    var reference = "merge:" + week;
    if (wallet.outbox().find(reference).isEmpty()) {
      var rate = bidding.rate(levels, Bidding.NO_HURRY);
      var order = new SweepOrder(reference, Purpose.CONSOLIDATION, wallet.receiveAddress(), rate);
      if (wallet.outbox().sweep(order) instanceof PayAnswer.Recorded(Payment payment)) {
        journal.note(
            Entry.Kind.DECISION,
            "made one coin of %d for %s"
                .formatted(payment.current().inputs().size(), payment.fee()));
      }
    }
  }

  /** Bids higher for one that waits. */
  void press(FeeLevels levels) {
    wallet.outbox().open().stream()
        .filter(payment -> payment.purpose() == Purpose.CONSOLIDATION)
        .forEach(payment -> press(payment, levels));
  }

  private void press(Payment payment, FeeLevels levels) {
    var waited = Duration.between(payment.current().created(), time.now());
    var left = Duration.between(time.now(), payment.created().plus(day.length()));
    bidding
        .raised(payment.rate(), waited, levels, left)
        .map(rate -> wallet.outbox().bump(payment.reference(), rate, bidding.cap()))
        .filter(BumpAnswer.Bumped.class::isInstance)
        .ifPresent(_ -> journal.note(Entry.Kind.DECISION, "bid more for merging coins"));
  }
}
