package org.bulbil.bitcoin.outbox;

import java.util.Map;
import org.bulbil.core.money.Sats;

/**
 * What all our payments have cost, counted from their signing on.
 *
 * @param paid what payees got, by purpose; consolidations pay nobody and are absent
 */
public record Spent(Map<Purpose, Sats> paid, Sats fees) {

  public Spent {
    paid = Map.copyOf(paid);
  }
}
