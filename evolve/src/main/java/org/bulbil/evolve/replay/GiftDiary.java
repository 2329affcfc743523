package org.bulbil.evolve.replay;

import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.policy.Income;
import org.bulbil.core.policy.Outlook;

/** The gifts of a life, as far as a relay without children goes by them. */
public final class GiftDiary {

  private static final int DAYS = (int) Income.LONGEST;

  private final int[] count = new int[DAYS];
  private final long[] sats = new long[DAYS];
  private int counted;
  private long sum;
  private int today;

  void note(long gift, int day) {
    forget(day);
    int slot = day % DAYS;
    count[slot]++;
    sats[slot] += gift;
    counted++;
    sum += gift;
  }

  /** What is older than {@link Income#LONGEST} does not count. */
  private void forget(int day) {
    for (; today <= day; today++) {
      int slot = today % DAYS;
      counted -= count[slot];
      sum -= sats[slot];
      count[slot] = 0;
      sats[slot] = 0;
    }
  }

  /**
   * What is known of donors on {@code day}. Without Lundberg's exponent, which only says what a
   * parent keeps: none of these relays may be one.
   */
  public Outlook outlook(int day, Cents rent, Rate price) {
    forget(day);
    double days = Math.min(DAYS, day);
    double worth = sum * (price.centsPerBitcoin() / 1e8) / rent.value();
    double income = days == 0 ? 0 : worth / days;
    return new Outlook(
        days, counted, counted == 0 ? 1 : worth / counted, income, income, 1, Income.NONE);
  }
}
