package org.bulbil.agent.launch;

import java.util.List;
import java.util.Optional;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.launch.Founder.State;
import org.bulbil.agent.launch.Turn.Obstacle;
import org.bulbil.agent.purchase.Purchase;
import org.bulbil.agent.purchase.Purchases;
import org.bulbil.agent.server.Setbacks;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.policy.Price;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Provider;

/**
 * Buys credit for founders, each on a token of its own: as many at once as there are coins, in the
 * order of their rows, within the budget and at the price that was agreed to.
 */
final class Buying {

  /** All purchases of a launch: a few for each relay. */
  private static final int PURCHASES_MAX = 10_000;

  private final Provider provider;
  private final Purchases purchases;
  private final Funds funds;
  private final FounderBook book;
  private final Agreement agreement;
  private final Journal journal;
  private final Day day;
  private final Time time;

  /**
   * What became of buying in one turn.
   *
   * @param missing to pay for those that wait
   */
  record Result(Sats missing, Optional<Obstacle> obstacle) {
    static final Result NOTHING = new Result(Sats.ZERO, Optional.empty());
  }

  Buying(
      Provider provider,
      Purchases purchases,
      Funds funds,
      FounderBook book,
      Agreement agreement,
      Journal journal,
      Day day,
      Time time) {
    this.provider = provider;
    this.purchases = purchases;
    this.funds = funds;
    this.book = book;
    this.agreement = agreement;
    this.journal = journal;
    this.day = day;
    this.time = time;
  }

  /**
   * Begins purchases for founders that wait for one; only with a wallet that is read to its tip.
   */
  Result begin() {
    funds.press(time.now());
    var waiting = book.all().stream().filter(founder -> founder.state() == State.PLANNED).toList();
    if (waiting.isEmpty()) {
      return Result.NOTHING;
    }
    return dearer(waiting.getFirst().genome().plan())
        .map(risen -> new Result(Sats.ZERO, Optional.of(risen)))
        .orElseGet(() -> begin(waiting));
  }

  /** A price that rose since it was agreed to; asked again before every round of buying. */
  private Optional<Obstacle> dearer(String plan) {
    return provider
        .quote(plan, agreement.days())
        .answer()
        .filter(now -> now.compareTo(agreement.rent()) > 0)
        .map(now -> new Obstacle.Dearer(agreement.rent(), now));
  }

  private Result begin(List<Founder> waiting) {
    var each = price().satsFor(agreement.credit());
    if (funds.held().isPositive() && funds.breakFor(waiting.size(), each)) {
      return Result.NOTHING;
    }
    int begun = 0;
    for (var founder : waiting) {
      if (!isAllowed()) {
        return new Result(Sats.ZERO, Optional.of(new Obstacle.Limit(agreement.budget().most())));
      }
      if (!funds.canPay(each)) {
        return new Result(missing(waiting.size() - begun, each), Optional.empty());
      }
      if (pauseIsOver(founder)) {
        begin(founder);
      }
      begun++;
    }
    return Result.NOTHING;
  }

  private Sats missing(int relays, Sats each) {
    return funds.needed(relays, each).minusOrZero(funds.held());
  }

  private boolean pauseIsOver(Founder founder) {
    return new Setbacks(founder.setbacks(), founder.changed()).allowAnother(day, time.now());
  }

  private boolean isAllowed() {
    return agreement.budget().allows(agreement.credit(), purchases.newest(PURCHASES_MAX), lost());
  }

  /** Fees that have paid for nothing. */
  private Cents lost() {
    return price().centsFor(funds.fees()).plus(takenBack());
  }

  private Cents takenBack() {
    return purchases.newest(PURCHASES_MAX).stream()
        .map(purchases::feeLost)
        .filter(Sats::isPositive)
        .map(fee -> price().centsFor(fee).plus(Cents.of(1)))
        .reduce(Cents.ZERO, Cents::plus);
  }

  private Rate price() {
    return purchases.price().map(Price::rate).orElseGet(agreement::price);
  }

  private void begin(Founder founder) {
    var token = founder.token().or(() -> mint(founder));
    token.ifPresent(
        minted -> {
          journal.store().write(() -> beginPurchase(founder));
          advance(founder, minted);
        });
  }

  private Optional<CreditToken> mint(Founder founder) {
    var token = provider.mint().answer();
    token.ifPresent(fresh -> book.change(founder, it -> it.withToken(fresh)));
    return token;
  }

  private void beginPurchase(Founder founder) {
    purchases.begin(
        founder.purpose(), agreement.credit(), agreement.budget().feePercent(), "a launch");
    book.change(
        founder,
        it ->
            it.moved(State.FUNDING, "buying " + agreement.credit() + " of credit", time.now())
                .afterSetbacks(founder.setbacks()));
  }

  /** Moves the purchase of a founder that is being funded. */
  void advance(Founder founder) {
    founder.token().ifPresent(token -> advance(founder, token));
  }

  private void advance(Founder founder, CreditToken token) {
    var purchase = purchases.newest(founder.purpose()).orElseThrow();
    var next = purchases.advance(purchase, token);
    switch (next.state()) {
      case CREDITED ->
          book.change(
              founder,
              it -> it.moved(State.FUNDED, next.amount() + " of credit arrived", time.now()));
      case ABANDONED ->
          book.change(founder, it -> it.setBack(State.PLANNED, next.words(), time.now()));
      case STRANDED ->
          book.change(
              founder, it -> it.moved(State.LOST, next.words() + "; ask it why", time.now()));
      case WANTED, INVOICED, PAYING, CONFIRMED, WITHDRAWING -> say(founder, next);
    }
  }

  private void say(Founder founder, Purchase purchase) {
    book.change(founder, it -> it.saying(purchase.words()));
  }

  /** Looks now and then whether a payment that was given up is credited after all. */
  void revisit(Founder founder) {
    if (founder.lease().isEmpty()) {
      founder.token().ifPresent(token -> purchases.revisit(founder.purpose(), token));
      purchases
          .newest(founder.purpose())
          .filter(purchase -> purchase.state() == Purchase.State.CREDITED)
          .ifPresent(
              _ -> book.change(founder, it -> it.moved(State.FUNDED, "credited late", time.now())));
    }
  }
}
