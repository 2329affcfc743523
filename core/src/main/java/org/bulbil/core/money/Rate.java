package org.bulbil.core.money;

import java.math.BigInteger;

/**
 * The price of one bitcoin in US cents, as a provider's invoice or quote implies it.
 *
 * @param centsPerBitcoin cents for 100,000,000 satoshis, at least 1
 */
public record Rate(long centsPerBitcoin) {

  private static final long SATS = 100_000_000L;
  private static final BigInteger SATS_PER_BITCOIN = BigInteger.valueOf(SATS);

  /** Up to here a product with {@link #SATS} is a long: hundreds of millions of dollars. */
  private static final long LONG_CENTS = Long.MAX_VALUE / SATS;

  public Rate {
    if (centsPerBitcoin < 1 || centsPerBitcoin > 1_000_000_000_000L) {
      throw new IllegalArgumentException("not a price of bitcoin in cents: " + centsPerBitcoin);
    }
  }

  public static Rate ofDollars(long dollarsPerBitcoin) {
    return new Rate(Math.multiplyExact(dollarsPerBitcoin, 100L));
  }

  /**
   * What an invoice of {@code cents} for {@code sats} says a bitcoin costs, rounded down; {@link
   * IllegalArgumentException} where that is no price.
   */
  public static Rate implied(Cents cents, Sats sats) {
    if (sats.isZero()) {
      throw new IllegalArgumentException("no price follows from an invoice of zero satoshis");
    }
    var price =
        BigInteger.valueOf(cents.value())
            .multiply(SATS_PER_BITCOIN)
            .divide(BigInteger.valueOf(sats.value()));
    return new Rate(price.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
  }

  /** Satoshis that buy {@code cents}, rounded up: what a payer must have. */
  public Sats satsFor(Cents cents) {
    if (cents.value() <= LONG_CENTS) {
      return new Sats(Math.ceilDiv(cents.value() * SATS, centsPerBitcoin));
    }
    var product = BigInteger.valueOf(cents.value()).multiply(SATS_PER_BITCOIN);
    var price = BigInteger.valueOf(centsPerBitcoin);
    return new Sats(product.add(price).subtract(BigInteger.ONE).divide(price).longValueExact());
  }

  /** Cents that {@code sats} buy, rounded down: what a purse is worth. */
  public Cents centsFor(Sats sats) {
    if (Math.multiplyHigh(sats.value(), centsPerBitcoin) == 0) {
      long product = sats.value() * centsPerBitcoin;
      if (product >= 0) {
        return new Cents(product / SATS);
      }
    }
    return new Cents(
        BigInteger.valueOf(sats.value())
            .multiply(BigInteger.valueOf(centsPerBitcoin))
            .divide(SATS_PER_BITCOIN)
            .longValueExact());
  }
}
