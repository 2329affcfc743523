package org.bulbil.agent;

import java.time.Instant;
import java.util.Optional;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.ledger.Gift;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.policy.Income;
import org.bulbil.core.policy.Outlook;
import org.bulbil.core.policy.Prior;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.SteadyTime;

/**
 * What is to be expected of donors: worked out anew when a gift has come or a day has passed, and
 * not at each heartbeat. Without a wallet or a price the former word counts.
 */
final class Forecast {

  private static final String BORN = "relay.born";

  private final Prior prior;
  private final Day day;
  private final Journal journal;
  private final SteadyTime time;

  private Outlook newest;
  private Basis basis = Basis.NOTHING;

  /** What the newest outlook was made of: as long as that stays, it does. */
  private record Basis(int gifts, long today) {
    static final Basis NOTHING = new Basis(-1, 0);
  }

  Forecast(Prior prior, Day day, Journal journal, SteadyTime time) {
    this.prior = prior;
    this.day = day;
    this.journal = journal;
    this.time = time;
    this.newest = Outlook.of(Income.NONE, prior);
  }

  /** When this relay's life began: the first moment of which it was sure. Until then, now. */
  Instant born() {
    if (journal.recallInstant(BORN).isEmpty() && time.isConfirmed()) {
      journal.remember(BORN, time.now());
    }
    return journal.recallInstant(BORN).orElseGet(time::now);
  }

  /** The newest outlook. */
  Outlook newest() {
    return newest;
  }

  /**
   * The outlook by what the wallet shows.
   *
   * @param low what counts as a low rate: at that a gift will be spent
   * @param rent of a day
   */
  Outlook by(WalletView view, FeeRate low, Optional<Rate> price, Cents rent) {
    var now = new Basis(view.giftCount(), time.now().toEpochMilli() / day.length().toMillis());
    if (price.isPresent() && !now.equals(basis)) {
      newest = Outlook.of(income(view, low, price.get(), rent), prior);
      basis = now;
    }
    return newest;
  }

  private Income income(WalletView view, FeeRate low, Rate price, Cents rent) {
    double days = days(view);
    var gifts =
        view.gifts().stream()
            .filter(gift -> age(gift) <= days)
            .mapToDouble(gift -> Income.rentDays(gift.amount(), low, price, rent))
            .toArray();
    return Income.of(days, gifts);
  }

  /**
   * Since birth, or since the oldest gift that the wallet shows where it does not show them all.
   */
  private double days(WalletView view) {
    double oldest = view.gifts().stream().mapToDouble(this::age).max().orElse(0);
    double known = view.gifts().size() < view.giftCount() ? oldest : Math.max(oldest, age(born()));
    return Math.min(known, Income.LONGEST);
  }

  private double age(Gift gift) {
    return age(gift.time());
  }

  /** In days; a miner's clock may be two hours ahead. */
  private double age(Instant then) {
    return Math.max(0, day.between(then, time.now()));
  }
}
