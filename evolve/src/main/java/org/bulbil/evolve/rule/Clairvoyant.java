package org.bulbil.evolve.rule;

import org.bulbil.core.money.FeeRate;
import org.bulbil.evolve.gift.Gifts;
import org.bulbil.evolve.market.Market;
import org.bulbil.evolve.replay.Ledger;
import org.bulbil.evolve.replay.Life;
import org.bulbil.evolve.replay.Life.End;
import org.bulbil.evolve.replay.Replay;

/**
 * A bound that knows the future: each coin is spent at the lowest fee rate of the {@code days} from
 * its arrival on, and costs its own input of 68 vB, or all that it is worth where that is less.
 *
 * <p>With the lowest rate f of these days and coins of x satoshis, eta = 1 − Σ min(x, 68·f) ÷ Σ x.
 * Neither outputs nor change nor the body of a transaction count, as though one payment spent
 * everything; nor is there a lease that could end. A policy that waits longer may do better, and so
 * may one that still holds at the end what would have been dear: eta leaves out what is held.
 *
 * @param days at least 1
 */
public record Clairvoyant(int days) {

  /** Virtual bytes of a P2WPKH input. */
  private static final long INPUT = 68;

  /** What would become of these gifts. */
  public Life live(Replay replay, Gifts gifts) {
    var market = replay.market();
    long start = market.price(0).satsFor(replay.conditions().start()).value();
    long donated = start;
    long fees = fee(start, lowest(market, 0));
    int coins = 1;
    for (int day = 0; day < market.days(); day++) {
      for (int which = 0; which < gifts.count(day); which++) {
        donated += gifts.sats(day, which);
        fees += fee(gifts.sats(day, which), lowest(market, day));
        coins++;
      }
    }
    var ledger = new Ledger(donated, donated - fees, fees, 0, 0);
    return new Life(ledger, coins, market.days(), End.ALIVE, 0);
  }

  private FeeRate lowest(Market market, int day) {
    return market.lowestWithin(day, days);
  }

  private static long fee(long coin, FeeRate rate) {
    return Math.min(coin, rate.feeFor(INPUT).value());
  }
}
