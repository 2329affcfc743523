package org.bulbil.agent;

import java.time.Duration;
import java.util.Optional;
import org.bulbil.agent.birth.Nursery;
import org.bulbil.agent.purchase.Purchase;
import org.bulbil.agent.purchase.Purchases;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.agent.tenancy.Renewal;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.payment.FeePolicy;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.policy.Buying;
import org.bulbil.core.policy.Outlook;
import org.bulbil.core.policy.Price;
import org.bulbil.core.policy.Prior;
import org.bulbil.core.policy.Purse;
import org.bulbil.core.policy.Situation;
import org.bulbil.core.policy.Slack;
import org.bulbil.core.policy.Terms;
import org.bulbil.core.time.SteadyTime;
import org.bulbil.hosting.Provider;

/** Looks around and describes the situation for policy. What could not be seen stays empty. */
final class Lookout {

  /** Blocks within which a payment made now should be credit: two to confirm, one for slack. */
  private static final int CREDIT_BLOCKS = 3;

  /** A rescue is hoped for until two hours of a day before the end, as the original did. */
  private static final int WILL_PART_OF_DAY = 12;

  /** What waits a day pays the usual rate. */
  private static final int PATIENT_BLOCKS = 144;

  private static final int TARGET_BLOCKS = 2;

  private final Settings settings;
  private final Provider provider;
  private final Wallet wallet;
  private final Renewal renewal;
  private final Purchases purchases;
  private final Nursery nursery;
  private final Citizen citizen;
  private final FeeWatch fees;
  private final FeeDiary diary;
  private final Forecast forecast;
  private final SteadyTime time;

  Lookout(
      Settings settings,
      Provider provider,
      Wallet wallet,
      Renewal renewal,
      Purchases purchases,
      Nursery nursery,
      Citizen citizen,
      FeeWatch fees,
      FeeDiary diary,
      Forecast forecast,
      SteadyTime time) {
    this.settings = settings;
    this.provider = provider;
    this.wallet = wallet;
    this.renewal = renewal;
    this.purchases = purchases;
    this.nursery = nursery;
    this.citizen = citizen;
    this.fees = fees;
    this.diary = diary;
    this.forecast = forecast;
    this.time = time;
  }

  /**
   * The wallet as the chain servers show it now; empty where that is not known, or not all of it.
   */
  Optional<WalletView> purse() {
    return wallet.refresh().answer().filter(WalletView::isComplete);
  }

  Situation situation(Home home, Optional<WalletView> view) {
    var now = time.now();
    var estimates = fees.look().low();
    var purse = view.map(seen -> purse(seen, estimates));
    return new Situation(
        now,
        time.isConfirmed(),
        settings.lease().day(),
        home.plan(),
        terms(),
        home.lease().expiry(),
        home.credit(),
        purse,
        purchases.price(),
        buying(),
        renewal.howItWent(home.lease()),
        forecast.born(),
        outlook(home, view, purse),
        nursery.family(settings.lineage().generation()),
        citizen.conduct(),
        settings.will().beneficiaries().firstValid(now));
  }

  private Outlook outlook(Home home, Optional<WalletView> view, Optional<Purse> purse) {
    var price = purchases.price().map(Price::rate);
    purse.ifPresent(
        now ->
            forecast.by(
                view.orElseThrow(), now.low().orElse(now.rate()), price, home.plan().rent()));
    return forecast.newest();
  }

  /** What a child's gifts may be like: as the own ones are. */
  Prior prior() {
    return Prior.near(forecast.newest().meanGift());
  }

  private Purse purse(WalletView view, FeeEstimates estimates) {
    var coins = view.coins().stream().map(Coin::value).toList();
    var rate = policy(TARGET_BLOCKS).rate(estimates);
    diary.note(rate);
    return new Purse(coins, view.hoped(), rate, diary.low(), diary.usual());
  }

  private FeePolicy policy(int target) {
    return new FeePolicy(target, FeeRate.RELAY_FLOOR, settings.chain().feeCap(), 100);
  }

  private Buying buying() {
    return purchases
        .newest(Purchase.RENT)
        .filter(Purchase::isOpen)
        .map(purchase -> purchases.mayBeCredited(purchase) ? Buying.PAID : Buying.ASKED)
        .orElse(Buying.NONE);
  }

  private Terms terms() {
    var terms = provider.terms();
    return new Terms(
        terms.smallestInvoice(),
        terms.mostDaysAtOnce(),
        terms.mostDaysAhead(),
        settings.chain().block().multipliedBy(CREDIT_BLOCKS).plus(settings.rhythm().heartbeat()),
        lastSafe(),
        willLead());
  }

  private Duration willLead() {
    return longer(lastSafe(), settings.lease().day().fraction(1, WILL_PART_OF_DAY));
  }

  /** How long before its end a will must be sent to be in a block in time, by the newest fees. */
  Duration lastSafe() {
    var levels = fees.newest();
    return Slack.before(
        settings.chain().block(),
        settings.rhythm().heartbeat(),
        policy(1).rate(levels.high()),
        policy(PATIENT_BLOCKS).rate(levels.low()));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
