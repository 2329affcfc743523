package org.bulbil.evolve.world;

import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.evolve.market.Market;

/** What bitcoin and room in its blocks cost, day by day; a pure function of the day. */
@FunctionalInterface
public interface Climate {

  Conditions on(int day);

  /** Every day like the other. */
  static Climate steady(Rate rate, FeeRate fee) {
    var always = new Conditions(rate, fee, fee, fee);
    return _ -> always;
  }

  /** Days as they were, over and over again. */
  static Climate of(Market market) {
    return day -> {
      int date = day % market.days();
      return new Conditions(
          market.price(date), market.feeRate(date), market.low(date), market.median(date));
    };
  }
}
