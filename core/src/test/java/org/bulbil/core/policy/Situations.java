package org.bulbil.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.time.Day;

/** A usual situation to vary: 38 cents a day, $100,000 a bitcoin, so 380 sat a day; 1 sat/vB. */
record Situations(Situation situation) {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final Plan PLAN = new Plan("vc2-1c-1gb", Cents.of(38), 1, 1024, 25, 1.0, true);
  static final Terms TERMS =
      new Terms(Cents.dollars(5), 90, 365, Duration.ofHours(1), Duration.ofHours(2));

  /** Ten days of lease, no credit, an empty purse, a known price. */
  static Situations usual() {
    return new Situations(
        new Situation(
            NOW,
            Day.REAL,
            PLAN,
            TERMS,
            NOW.plus(Duration.ofDays(10)),
            Optional.of(Cents.ZERO),
            Optional.of(purse()),
            Optional.of(Rate.ofDollars(100_000)),
            Buying.NONE,
            Family.childless(0)));
  }

  static Purse purse(long... coins) {
    var list = java.util.Arrays.stream(coins).mapToObj(Sats::of).toList();
    return new Purse(list, Sats.ZERO, FeeRate.ofSatPerVb(1));
  }

  Situations leaseLeft(Duration left) {
    return with(NOW.plus(left), situation.credit(), situation.purse(), situation.price());
  }

  Situations credit(long cents) {
    return with(
        situation.leaseEnd(), Optional.of(Cents.of(cents)), situation.purse(), situation.price());
  }

  Situations coins(long... coins) {
    return with(
        situation.leaseEnd(), situation.credit(), Optional.of(purse(coins)), situation.price());
  }

  Situations feeRate(FeeRate rate) {
    var coins = situation.purse().orElseThrow().coins();
    return with(
        situation.leaseEnd(),
        situation.credit(),
        Optional.of(new Purse(coins, Sats.ZERO, rate)),
        situation.price());
  }

  Situations unknownPurse() {
    return with(situation.leaseEnd(), situation.credit(), Optional.empty(), situation.price());
  }

  Situations silentProvider() {
    return with(situation.leaseEnd(), Optional.empty(), situation.purse(), situation.price());
  }

  Situations unknownPrice() {
    return with(situation.leaseEnd(), situation.credit(), situation.purse(), Optional.empty());
  }

  private Situations with(
      Instant end, Optional<Cents> credit, Optional<Purse> purse, Optional<Rate> price) {
    var s = situation;
    return new Situations(
        new Situation(
            s.now(),
            s.day(),
            s.plan(),
            s.terms(),
            end,
            credit,
            purse,
            price,
            s.buying(),
            s.family()));
  }

  Situations buying() {
    var s = situation;
    return new Situations(
        new Situation(
            s.now(),
            s.day(),
            s.plan(),
            s.terms(),
            s.leaseEnd(),
            s.credit(),
            s.purse(),
            s.price(),
            Buying.UNDER_WAY,
            s.family()));
  }

  Situations family(Family family) {
    var s = situation;
    return new Situations(
        new Situation(
            s.now(),
            s.day(),
            s.plan(),
            s.terms(),
            s.leaseEnd(),
            s.credit(),
            s.purse(),
            s.price(),
            s.buying(),
            family));
  }

  /** Anything that can be: for claims that hold always. */
  static Situation any(RandomGenerator random) {
    var coins = List.<Sats>of();
    for (int i = random.nextInt(6); i > 0; i--) {
      coins = new java.util.ArrayList<>(coins);
      coins.add(Sats.of((long) Math.exp(random.nextDouble(4, 15))));
    }
    var rate = new FeeRate((long) Math.exp(random.nextDouble(4.7, 12)));
    return new Situation(
        NOW,
        Day.REAL,
        PLAN,
        TERMS,
        NOW.plus(Duration.ofMinutes(random.nextInt(60_000) - 100)),
        maybe(random, Cents.of(random.nextInt(6_000))),
        maybe(random, new Purse(coins, Sats.ZERO, rate)),
        maybe(random, Rate.ofDollars(random.nextInt(1_000, 500_000))),
        random.nextBoolean() ? Buying.NONE : Buying.UNDER_WAY,
        new Family(
            random.nextInt(10),
            random.nextInt(14),
            maybe(random, NOW.minus(Duration.ofDays(random.nextInt(20)))),
            random.nextBoolean()));
  }

  private static <T> Optional<T> maybe(RandomGenerator random, T value) {
    return random.nextInt(4) > 0 ? Optional.of(value) : Optional.empty();
  }
}
