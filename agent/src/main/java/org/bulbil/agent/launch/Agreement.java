package org.bulbil.agent.launch;

import java.util.List;
import java.util.Optional;
import org.bulbil.agent.journal.Journal;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.time.Time;

/**
 * What was agreed to, on disk: the founders' rows and these facts are written together, so a launch
 * has either been agreed to or not.
 */
final class Agreement {

  private static final String RENT = "agreed.rent";
  private static final String DAYS = "agreed.days";
  private static final String CREDIT = "agreed.credit";
  private static final String PRICE = "agreed.cents_per_bitcoin";
  private static final String MOST = "agreed.most";
  private static final String FEE_PERCENT = "agreed.fee_percent";
  private static final String RESERVE = "agreed.reserve";

  private final Journal journal;
  private final FounderBook book;
  private final Time time;

  Agreement(Journal journal, FounderBook book, Time time) {
    this.journal = journal;
    this.book = book;
    this.time = time;
  }

  boolean isMade() {
    return !book.all().isEmpty();
  }

  void make(Bill bill, Budget budget, List<FounderBook.Draft> founders) {
    journal
        .store()
        .write(
            () -> {
              book.plan(founders, time.now());
              remember(bill, budget);
            });
  }

  /** The same founders at other prices. */
  void renew(Bill bill, Budget budget) {
    journal.store().write(() -> remember(bill, budget));
  }

  private void remember(Bill bill, Budget budget) {
    journal.remember(RENT, cents(bill.rent()));
    journal.remember(DAYS, Integer.toString(bill.days()));
    journal.remember(CREDIT, cents(bill.credit()));
    journal.remember(PRICE, Long.toString(bill.price().centsPerBitcoin()));
    journal.remember(MOST, cents(budget.most()));
    journal.remember(FEE_PERCENT, Integer.toString(budget.feePercent()));
    journal.remember(RESERVE, cents(budget.reserve()));
  }

  private static String cents(Cents amount) {
    return Long.toString(amount.value());
  }

  /** For the days of one relay. */
  Cents rent() {
    return Cents.of(number(RENT));
  }

  int days() {
    return Math.toIntExact(number(DAYS));
  }

  /** That each relay's token gets. */
  Cents credit() {
    return Cents.of(number(CREDIT));
  }

  Rate price() {
    return new Rate(number(PRICE));
  }

  Budget budget() {
    return new Budget(
        Cents.of(number(MOST)), Math.toIntExact(number(FEE_PERCENT)), Cents.of(number(RESERVE)));
  }

  private long number(String fact) {
    return Optional.of(fact)
        .flatMap(journal::recall)
        .map(Long::parseLong)
        .orElseThrow(() -> new IllegalStateException("nothing was agreed to yet: " + fact));
  }
}
