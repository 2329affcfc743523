package org.bulbil.bitcoin.outbox;

import java.util.EnumMap;
import java.util.Map;
import org.bulbil.core.money.Sats;

/**
 * What all our payments have cost, counted from their signing on.
 *
 * @param paid what payees got, by purpose; consolidations pay nobody and are absent
 */
public record Spending(Map<Purpose, Sats> paid, Sats fees) {

  public Spending {
    paid = Map.copyOf(paid);
  }

  public Spending plus(Spending that) {
    var sum = new EnumMap<Purpose, Sats>(Purpose.class);
    sum.putAll(paid);
    that.paid.forEach((purpose, amount) -> sum.merge(purpose, amount, Sats::plus));
    return new Spending(sum, fees.plus(that.fees));
  }
}
