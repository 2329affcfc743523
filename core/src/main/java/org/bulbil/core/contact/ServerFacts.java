package org.bulbil.core.contact;

import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;

/**
 * What a contact line says of the server that a relay runs on.
 *
 * @param plan as the provider's catalogue has it
 * @param bytesPerSecond that tor may carry each way in the long run (RelayBandwidthRate)
 * @param system what runs on it
 */
public record ServerFacts(Plan plan, long bytesPerSecond, SystemFacts system) {

  /** Providers sell days and count a month of 30, for rent and for traffic. */
  private static final int DAYS_A_MONTH = 30;

  private static final double BYTES_A_TERABYTE = 1e12;
  private static final double BYTES_A_GIB = 1L << 30;
  private static final double BITS_A_MEGABIT = 1e6;

  /** A day's rent of which a month still fits into the 12 characters that CIISS allows. */
  private static final Cents RENT_MAX = Cents.of(3_333_333);

  public ServerFacts {
    if (bytesPerSecond < 0) {
      throw new IllegalArgumentException("a rate is not negative: " + bytesPerSecond);
    }
  }

  /** The fields from {@code cost} to {@code virtualization}, each behind a blank. */
  String hosting() {
    return cost()
        + " uplinkbw:"
        + megabits()
        + " trafficacct:"
        + traffic()
        + " memory:"
        + plan.memoryMb()
        + system.virtualization().map(kind -> " virtualization:" + kind).orElse("");
  }

  private String cost() {
    if (plan.rent().compareTo(RENT_MAX) > 0) {
      return "";
    }
    long month = plan.rentFor(DAYS_A_MONTH).value();
    return " cost:%d.%02dUSD".formatted(month / 100, month % 100);
  }

  /**
   * Whole Mbit/s, as CIISS wants them; at least 1, since 0 would say that nothing passes. The
   * network card is faster than any rate that a plan's traffic allows.
   */
  private long megabits() {
    return Math.clamp(Math.round(bytesPerSecond * 8 / BITS_A_MEGABIT), 1, 999_999);
  }

  /** Half of what is included: providers count both directions, CIISS asks for the outgoing one. */
  private String traffic() {
    return plan.trafficTb() == 0
        ? "unmetered"
        : String.valueOf(
            Math.min(
                Math.round(plan.trafficTb() * BYTES_A_TERABYTE / 2 / BYTES_A_GIB), 999_999_999L));
  }
}
