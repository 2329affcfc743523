package org.bulbil.core.policy;

/**
 * What prepaid days are worth to a relay, beyond their price: the first ones most, since a relay
 * without days takes any fee; the last one nothing.
 *
 * <p>The worth of the x-th day, in days: {@code b·e^(−x/60) + a·(1 − x/S)}, and 0 from S on.
 *
 * @param days S: where the stock is full
 * @param percent b: what may be lost to buy the first day, in hundredths of it
 */
record Stock(double days, int percent) {

  /** Over so many days the haste is gone. Tuned on 2019 to 2021: docs/economics.md. */
  private static final double HASTE_DAYS = 60;

  /** What a day is worth also without haste: a fee that is low today may never be as low again. */
  private static final double PROVIDENCE = 0.0065;

  /** What {@code added} days are worth to who has {@code prepaid}, in days; never negative. */
  double worth(double prepaid, double added) {
    return integral(prepaid + added) - integral(prepaid);
  }

  private double integral(double x) {
    double y = Math.min(x, days);
    double haste = percent / 100.0 * HASTE_DAYS * (1 - StrictMath.exp(-y / HASTE_DAYS));
    return haste + PROVIDENCE * (y - y * y / (2 * days));
  }
}
