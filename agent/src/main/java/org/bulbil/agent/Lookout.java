package org.bulbil.agent;

import java.time.Duration;
import java.util.Optional;
import org.bulbil.agent.birth.Nursery;
import org.bulbil.agent.purchase.Purchase;
import org.bulbil.agent.purchase.Purchases;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.payment.FeePolicy;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.policy.Buying;
import org.bulbil.core.policy.Purse;
import org.bulbil.core.policy.Situation;
import org.bulbil.core.policy.Terms;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Provider;

/** Looks around and describes the situation for policy. What could not be seen stays empty. */
final class Lookout {

  /** Blocks within which a payment made now should be credit: two to confirm, one for slack. */
  private static final int CREDIT_BLOCKS = 3;

  /** Blocks before the end of the lease in which a will should confirm: an hour of them. */
  private static final int WILL_BLOCKS = 6;

  /** What the original allowed itself: two hours of a day. */
  private static final int WILL_PART_OF_DAY = 12;

  private static final int TARGET_BLOCKS = 2;

  private final Settings settings;
  private final Provider provider;
  private final Wallet wallet;
  private final Purchases purchases;
  private final Nursery nursery;
  private final Citizen citizen;
  private final Time time;

  Lookout(
      Settings settings,
      Provider provider,
      Wallet wallet,
      Purchases purchases,
      Nursery nursery,
      Citizen citizen,
      Time time) {
    this.settings = settings;
    this.provider = provider;
    this.wallet = wallet;
    this.purchases = purchases;
    this.nursery = nursery;
    this.citizen = citizen;
    this.time = time;
  }

  /**
   * The wallet as the chain servers show it now; empty where that is not known, or not all of it.
   */
  Optional<WalletView> purse() {
    return wallet.refresh().answer().filter(WalletView::isComplete);
  }

  Situation situation(Home home, Optional<WalletView> view) {
    return new Situation(
        time.now(),
        settings.lease().day(),
        home.plan(),
        terms(),
        home.lease().expiry(),
        home.credit(),
        view.flatMap(this::purse),
        purchases.price(),
        buying(),
        nursery.book().family(settings.lineage().generation()),
        citizen.conduct());
  }

  private Optional<Purse> purse(WalletView view) {
    return wallet
        .feeEstimates()
        .answer()
        .map(estimates -> fees().rate(estimates))
        .map(
            rate -> new Purse(view.coins().stream().map(Coin::value).toList(), view.hoped(), rate));
  }

  private FeePolicy fees() {
    return new FeePolicy(TARGET_BLOCKS, FeeRate.RELAY_FLOOR, settings.chain().feeCap(), 100);
  }

  private Buying buying() {
    return purchases.newest(Purchase.RENT).filter(Purchase::isOpen).isPresent()
        ? Buying.UNDER_WAY
        : Buying.NONE;
  }

  private Terms terms() {
    var terms = provider.terms();
    return new Terms(
        terms.smallestInvoice(),
        terms.mostDaysAtOnce(),
        terms.mostDaysAhead(),
        blocks(CREDIT_BLOCKS).plus(settings.rhythm().heartbeat()),
        longer(blocks(WILL_BLOCKS), settings.lease().day().fraction(1, WILL_PART_OF_DAY)));
  }

  private Duration blocks(int count) {
    return settings.chain().block().multipliedBy(count);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
