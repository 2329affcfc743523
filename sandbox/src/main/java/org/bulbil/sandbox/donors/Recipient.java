package org.bulbil.sandbox.donors;

import org.bulbil.sandbox.chain.Address;
import org.bulbil.tor.Bandwidth;

/**
 * A running relay in the eyes of a donor.
 *
 * @param wallet where gifts go
 * @param weight its consensus weight
 * @param ageDays days of rent since it was first seen, 0 or more
 */
public record Recipient(Address wallet, Bandwidth weight, double ageDays) {

  /** An age at which a relay is twice as popular as a new one of the same speed. */
  private static final double DAYS_TO_DOUBLE = 7;

  /** What even a relay gets that nobody has measured, in kB/s: tor's weight for such. */
  private static final long LEAST_WEIGHT = 20;

  /** How likely a gift is, relative to others: proportional to speed, rising with age. */
  double popularity() {
    return Math.max(LEAST_WEIGHT, weight.kilobytesPerSecond()) * (1 + ageDays / DAYS_TO_DOUBLE);
  }
}
