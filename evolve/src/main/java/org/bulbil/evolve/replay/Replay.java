package org.bulbil.evolve.replay;

import org.bulbil.evolve.gift.Gifts;
import org.bulbil.evolve.market.Market;
import org.bulbil.evolve.replay.Conditions.Delay;
import org.bulbil.evolve.replay.Life.End;

/**
 * Lets one relay live through a market, a day at a time: what was sent yesterday is there, gifts
 * come, its keeper acts, and a server whose lease is over ends.
 *
 * @param market the days that it lives through
 */
public record Replay(Market market, Conditions conditions) {

  /** The life of a relay that gets {@code gifts} and is kept by {@code keeper}. */
  public Life live(Gifts gifts, Keeper keeper) {
    var relay = new Relay(conditions);
    relay.wallet().startWith(market.price(0).satsFor(conditions.start()));
    boolean couldPay = false;
    for (int day = 0; day < market.days(); day++) {
      receive(gifts, relay, day);
      keeper.keep(relay, market, day);
      check(relay, day);
      if (day == lastChance(relay)) {
        couldPay = relay.couldPay(market.feeRate(day), market.price(day));
      }
      if (relay.leaseEnd() <= day) {
        return ended(relay, day, couldPay || relay.credit().covers(conditions.rent()));
      }
    }
    return new Life(
        relay.wallet().ledger(), relay.wallet().payments(), market.days(), End.ALIVE, 0);
  }

  private static Life ended(Relay relay, int day, boolean couldHavePaid) {
    var wallet = relay.wallet();
    return new Life(wallet.ledger(), wallet.payments(), day, End.DEAD, couldHavePaid ? 1 : 0);
  }

  private static void receive(Gifts gifts, Relay relay, int day) {
    relay.receiveWhatWasSent();
    for (int which = 0; which < gifts.count(day); which++) {
      relay.receive(gifts.sats(day, which), day);
    }
  }

  /** The last day on which a payment becomes credit before the lease is over. */
  private int lastChance(Relay relay) {
    return relay.leaseEnd() - (conditions.delay() == Delay.ONE_DAY ? 1 : 0);
  }

  private static void check(Relay relay, int day) {
    long difference = relay.wallet().ledger().difference();
    if (difference != 0) {
      throw new IllegalStateException(
          "on day %d %d satoshis came from nowhere or went there".formatted(day, difference));
    }
  }
}
