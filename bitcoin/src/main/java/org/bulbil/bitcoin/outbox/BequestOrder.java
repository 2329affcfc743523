package org.bulbil.bitcoin.outbox;

import java.util.List;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.payment.LockTime;
import org.bulbil.core.money.FeeRate;

/**
 * A wish that all coins go to a beneficiary after our end, by whoever sends the transaction then.
 *
 * @param from before when no block takes it
 * @param rates from low to high; a sweep is signed at each, since nobody can bid higher later
 */
public record BequestOrder(Address beneficiary, LockTime from, List<FeeRate> rates) {

  /** More than a few rates are no choice for an heir. */
  private static final int RATES_MAX = 10;

  public BequestOrder {
    rates = rates.stream().sorted().distinct().toList();
    if (rates.isEmpty() || rates.size() > RATES_MAX) {
      throw new IllegalArgumentException(
          "a bequest is signed at 1 to " + RATES_MAX + " rates, not at " + rates.size());
    }
  }
}
