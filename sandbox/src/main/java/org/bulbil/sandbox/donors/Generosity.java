package org.bulbil.sandbox.donors;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.time.Day;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.donors.GiftPlan.Kind;

/**
 * How donors make up their minds. Gifts arrive as a Poisson process whose rate grows with the
 * number of relays; sizes are log-normal, as gifts to the relays of 2017 were.
 *
 * <p>With twelve donors a relay gets a gift every eight days on average. Half of the gifts are of
 * less than $4, which buys nothing at a provider that sells $5 at least, and more than half of the
 * money comes in huge gifts to a few: so some relays bear children, some live, and some die with a
 * remainder.
 */
public final class Generosity {

  /** Gifts that one donor gives in a day for each relay there is. */
  static final double GIFTS_PER_RELAY_DAY = 0.01;

  static final Cents MEDIAN = Cents.dollars(4);

  /** Standard deviation of the logarithm of a usual gift's size. */
  static final double SIGMA = 1.2;

  /** No usual gift is larger: ten times the median. */
  static final Cents LARGEST = Cents.dollars(40);

  /** Huge gifts: what buys a child and leaves a reserve, in satoshis. */
  static final long HUGE_MIN = 40_000;

  static final long HUGE_MAX = 120_000;

  /** Dust: from the least that nodes relay to P2WPKH (294) to thrice that, in satoshis. */
  static final long DUST_MIN = 294;

  static final long DUST_MAX = 900;

  /** Shares of all gifts. */
  static final double DUST_SHARE = 0.10;

  static final double HUGE_SHARE = 0.10;
  static final double REMEMBERED_SHARE = 0.08;

  private final int donors;
  private final Day day;
  private final Rate price;

  /**
   * @param donors how many there are, 1 or more
   * @param price of a bitcoin, in which they think of their dollars
   */
  public Generosity(int donors, Day day, Rate price) {
    if (donors < 1) {
      throw new IllegalArgumentException("nobody gives nothing: " + donors + " donors");
    }
    this.donors = donors;
    this.day = day;
    this.price = price;
  }

  /**
   * Time until the next gift, exponentially distributed.
   *
   * @param relays that ask for gifts, 1 or more
   */
  public Duration untilNext(int relays, RandomGenerator random) {
    return day.of(random.nextExponential() / (GIFTS_PER_RELAY_DAY * donors * relays));
  }

  /**
   * Who gets the next gift, and how much.
   *
   * @param living the relays of today's directory
   * @param gone wallets of relays that were in it once
   * @return empty where there is nobody to give to
   */
  public Optional<GiftPlan> next(
      List<Recipient> living, List<Address> gone, RandomGenerator random) {
    var kind = kind(random.nextDouble());
    var to = kind == Kind.REMEMBERED ? anyOf(gone, random) : popularOf(living, random);
    return to.map(address -> new GiftPlan(kind, address, amount(kind, random)));
  }

  private static Kind kind(double drawn) {
    if (drawn < DUST_SHARE) {
      return Kind.DUST;
    }
    if (drawn < DUST_SHARE + HUGE_SHARE) {
      return Kind.HUGE;
    }
    return drawn < DUST_SHARE + HUGE_SHARE + REMEMBERED_SHARE ? Kind.REMEMBERED : Kind.USUAL;
  }

  private Sats amount(Kind kind, RandomGenerator random) {
    return switch (kind) {
      case DUST -> Sats.of(random.nextLong(DUST_MIN, DUST_MAX + 1));
      case HUGE -> Sats.of(random.nextLong(HUGE_MIN, HUGE_MAX + 1));
      case USUAL, REMEMBERED -> usual(random);
    };
  }

  private Sats usual(RandomGenerator random) {
    var drawn = Math.exp(SIGMA * random.nextGaussian()) * price.satsFor(MEDIAN).value();
    var largest = price.satsFor(LARGEST).value();
    return Sats.of(Math.clamp(Math.round(drawn), DUST_MIN, largest));
  }

  private static Optional<Address> anyOf(List<Address> wallets, RandomGenerator random) {
    return wallets.isEmpty()
        ? Optional.empty()
        : Optional.of(wallets.get(random.nextInt(wallets.size())));
  }

  private static Optional<Address> popularOf(List<Recipient> living, RandomGenerator random) {
    var left = random.nextDouble() * living.stream().mapToDouble(Recipient::popularity).sum();
    for (var recipient : living) {
      left -= recipient.popularity();
      if (left < 0) {
        return Optional.of(recipient.wallet());
      }
    }
    return living.isEmpty() ? Optional.empty() : Optional.of(living.getLast().wallet());
  }
}
