package org.bulbil.evolve.replay;

import org.bulbil.core.policy.Decision;
import org.bulbil.evolve.gift.Gifts;
import org.bulbil.evolve.market.Market;
import org.bulbil.evolve.replay.Conditions.Delay;
import org.bulbil.evolve.replay.Life.End;
import org.bulbil.evolve.rule.Rule;

/**
 * Lets one relay live through a market, a day at a time: what was sent yesterday is there, gifts
 * come, the rule decides until it rests, and a server whose lease is over ends.
 *
 * @param market the days that it lives through
 */
public record Replay(Market market, Conditions conditions) {

  /** A rule that still wants to act after so many decisions of a day has lost its way. */
  private static final int DECISIONS_MAX = 32;

  /** The life of a relay that decides by {@code rule} and pays with the coins of {@code choice}. */
  public Life live(Gifts gifts, Rule rule, CoinChoice choice) {
    var relay = new Relay(conditions, choice);
    relay.startWith(market.price(0).satsFor(conditions.start()));
    return live(gifts, rule, relay);
  }

  private Life live(Gifts gifts, Rule rule, Relay relay) {
    var outlook = new Outlook(market, conditions, relay);
    boolean couldPay = false;
    for (int day = 0; day < market.days(); day++) {
      relay.receiveWhatWasSent();
      for (int which = 0; which < gifts.count(day); which++) {
        relay.receive(gifts.sats(day, which));
      }
      decide(rule, outlook, relay, day);
      check(relay, day);
      couldPay = day == lastChance(relay) ? couldPay(relay, day) : couldPay;
      if (relay.leaseEnd() <= day) {
        boolean missed = couldPay || relay.credit().covers(conditions.rent());
        return new Life(relay.ledger(), relay.payments(), day, End.DEAD, missed ? 1 : 0);
      }
    }
    return new Life(relay.ledger(), relay.payments(), market.days(), End.ALIVE, 0);
  }

  /** The last day on which a payment becomes credit before the lease is over. */
  private int lastChance(Relay relay) {
    return relay.leaseEnd() - (conditions.delay() == Delay.ONE_DAY ? 1 : 0);
  }

  private boolean couldPay(Relay relay, int day) {
    var least = conditions.smallestInvoice();
    var rent = conditions.rent();
    return !relay.isPaying()
        && relay.couldPay(
            least.covers(rent) ? least : rent, market.feeRate(day), market.price(day));
  }

  private void decide(Rule rule, Outlook outlook, Relay relay, int day) {
    for (int i = 0; i < DECISIONS_MAX; i++) {
      if (!carryOut(rule.decide(outlook.on(day)), relay, day)) {
        return;
      }
    }
    throw new IllegalStateException(
        "still no rest after %d decisions on day %d".formatted(DECISIONS_MAX, day));
  }

  /** Whether anything has changed by it, so that it is worth deciding again. */
  private boolean carryOut(Decision decision, Relay relay, int day) {
    var rate = market.feeRate(day);
    return switch (decision) {
      case Decision.TopUp(int days, _) -> relay.topUp(days, day);
      case Decision.BuyCredit(var amount, var urgency, _) ->
          relay.buyCredit(amount, urgency, rate, market.price(day));
      case Decision.Consolidate _ -> relay.consolidate(rate);
      case Decision.LastWill _ -> relay.giveAway(rate);
      case Decision.Rest _, Decision.AskPrice _, Decision.Propagate _ -> false;
    };
  }

  private static void check(Relay relay, int day) {
    long difference = relay.ledger().difference();
    if (difference != 0) {
      throw new IllegalStateException(
          "on day %d %d satoshis came from nowhere or went there".formatted(day, difference));
    }
  }
}
