package org.bulbil.evolve.rule;

import java.util.List;
import org.bulbil.evolve.market.Market;
import org.bulbil.evolve.replay.CoinChoice;
import org.bulbil.evolve.replay.Keeper;
import org.bulbil.evolve.replay.Relay;

/**
 * Pays for a fixed number of days whenever the end of the lease is near, whatever the fee is.
 *
 * @param days that it tries to pay for, first choice first
 * @param lead days before the last day of the lease from which on it tries, once a day
 * @param choice of the coins that pay for it
 */
public record Periodic(List<Integer> days, int lead, CoinChoice choice) implements Keeper {

  /**
   * The rule of 2017: 24 hours before the end of the lease it pays for seven days with all coins
   * that are worth it. What was worth it then is not known exactly; half more than a coin's own
   * input costs yields the published figures.
   */
  public static final Periodic ORIGINAL = new Periodic(List.of(7), 1, CoinChoice.sweeping(150));

  /**
   * One payment a month into credit; where that is too much, one of 7, 2 or 1 days. Five days ahead
   * yields the published figures.
   */
  public static final Periodic TOKEN30 =
      new Periodic(List.of(30, 7, 2, 1), 5, CoinChoice.LARGEST_FIRST);

  public Periodic {
    days = List.copyOf(days);
  }

  @Override
  public void keep(Relay relay, Market market, int day) {
    if (relay.leaseEnd() - day > lead) {
      return;
    }
    useCredit(relay, day);
    if (relay.leaseEnd() - day <= lead && !relay.isPaying()) {
      buy(relay, market, day);
      useCredit(relay, day);
    }
  }

  private void buy(Relay relay, Market market, int day) {
    for (int wanted : days) {
      var amount = relay.invoiceFor(relay.plan().rentFor(wanted).minusOrZero(relay.credit()));
      if (relay.buyCredit(amount, market.feeRate(day), market.price(day), choice)) {
        return;
      }
    }
  }

  private static void useCredit(Relay relay, int day) {
    long paidFor = relay.credit().dividedBy(relay.plan().rent());
    if (paidFor > 0) {
      relay.topUp((int) Math.min(paidFor, Relay.LONGEST_TOP_UP), day);
    }
  }
}
