package org.bulbil.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.time.Day;

/** A usual situation to vary: 38 cents a day, $100,000 a bitcoin, so 380 sat a day; 1 sat/vB. */
final class Situations {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final Plan PLAN = new Plan("vc2-1c-1gb", Cents.of(38), 1, 1024, 25, 1.0, true);
  static final Terms TERMS =
      new Terms(
          Cents.dollars(5), 90, 365, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(2));
  static final Beneficiary CHARITY =
      new Beneficiary(
          "Charity", "bc1qcharity", "https://charity.test", LocalDate.EPOCH, LocalDate.EPOCH);

  /** Twice the rent, in small gifts and as many large ones: a reserve of some 40 days. */
  static final Outlook PLENTY = Outlook.of(income(100, 7, 2, 24), Prior.USUAL);

  private boolean clockConfirmed = true;
  private Instant leaseEnd = NOW.plus(Duration.ofDays(10));
  private Optional<Cents> credit = Optional.of(Cents.ZERO);
  private Optional<Purse> purse = Optional.of(purse(FeeRate.ofSatPerVb(1), List.of()));
  private Optional<Price> price = Optional.of(new Price(Rate.ofDollars(100_000), NOW));
  private Buying buying = Buying.NONE;
  private Renewing renewing = Renewing.SMOOTH;
  private Instant born = NOW.minus(Duration.ofDays(100));
  private Outlook outlook = PLENTY;
  private Family family = Family.childless(0);
  private Conduct conduct = Conduct.GOOD;
  private Optional<Beneficiary> beneficiary = Optional.of(CHARITY);

  private Situations() {}

  /** So many gifts of each of these sizes, in rent-days, in so many days. */
  static Income income(double days, int gifts, double... sizes) {
    return Income.of(
        days,
        Arrays.stream(sizes)
            .flatMap(size -> DoubleStream.generate(() -> size).limit(gifts))
            .toArray());
  }

  /** Ten days of lease, no credit, an empty purse, a known price. */
  static Situations usual() {
    return new Situations();
  }

  Situation situation() {
    return new Situation(
        NOW,
        clockConfirmed,
        Day.REAL,
        PLAN,
        TERMS,
        leaseEnd,
        credit,
        purse,
        price,
        buying,
        renewing,
        born,
        outlook,
        family,
        conduct,
        beneficiary);
  }

  /** The same but for {@code change}; these stay as they are. */
  private Situations but(Consumer<Situations> change) {
    var other = new Situations();
    other.clockConfirmed = clockConfirmed;
    other.leaseEnd = leaseEnd;
    other.credit = credit;
    other.purse = purse;
    other.price = price;
    other.buying = buying;
    other.renewing = renewing;
    other.born = born;
    other.outlook = outlook;
    other.family = family;
    other.conduct = conduct;
    other.beneficiary = beneficiary;
    change.accept(other);
    return other;
  }

  private static Purse purse(FeeRate rate, List<Sats> coins) {
    return new Purse(coins, Sats.ZERO, rate);
  }

  Situations leaseLeft(Duration left) {
    return but(it -> it.leaseEnd = NOW.plus(left));
  }

  Situations unconfirmedClock() {
    return but(it -> it.clockConfirmed = false);
  }

  Situations credit(long cents) {
    return but(it -> it.credit = Optional.of(Cents.of(cents)));
  }

  Situations coins(long... coins) {
    var list = Arrays.stream(coins).mapToObj(Sats::of).toList();
    return but(it -> it.purse = Optional.of(purse(FeeRate.ofSatPerVb(1), list)));
  }

  /** So many coins of {@code sats} each, at 1 sat/vB, of which {@code low} counts as low. */
  Situations crowd(int count, long sats, FeeRate low) {
    var list = Collections.nCopies(count, Sats.of(sats));
    return but(
        it ->
            it.purse =
                Optional.of(
                    new Purse(
                        list,
                        Sats.ZERO,
                        FeeRate.ofSatPerVb(1),
                        Optional.of(low),
                        Optional.of(low))));
  }

  /** Gifts that no block proves yet. */
  Situations arriving(long sats) {
    return but(
        it ->
            it.purse =
                it.purse.map(known -> new Purse(known.coins(), Sats.of(sats), known.rate())));
  }

  Situations nobodyToGiveTo() {
    return but(it -> it.beneficiary = Optional.empty());
  }

  Situations feeRate(FeeRate rate) {
    return but(it -> it.purse = it.purse.map(known -> purse(rate, known.coins())));
  }

  /** At this rate, which the last 90 days' lowest quarter and median say how to judge. */
  Situations fees(FeeRate rate, FeeRate low, FeeRate middle) {
    return but(
        it ->
            it.purse =
                it.purse.map(
                    known ->
                        new Purse(
                            known.coins(),
                            known.arriving(),
                            rate,
                            Optional.of(low),
                            Optional.of(middle))));
  }

  Situations unknownPurse() {
    return but(it -> it.purse = Optional.empty());
  }

  Situations silentProvider() {
    return but(it -> it.credit = Optional.empty());
  }

  Situations unknownPrice() {
    return but(it -> it.price = Optional.empty());
  }

  Situations priceOf(long dollars, Duration ago) {
    return but(it -> it.price = Optional.of(new Price(Rate.ofDollars(dollars), NOW.minus(ago))));
  }

  Situations buying() {
    return buying(Buying.PAID);
  }

  Situations buying(Buying now) {
    return but(it -> it.buying = now);
  }

  Situations troubledRenewal() {
    return but(it -> it.renewing = Renewing.TROUBLED);
  }

  Situations age(Duration age) {
    return but(it -> it.born = NOW.minus(age));
  }

  Situations outlook(Outlook other) {
    return but(it -> it.outlook = other);
  }

  Situations family(Family other) {
    return but(it -> it.family = other);
  }

  Situations conduct(Conduct other) {
    return but(it -> it.conduct = other);
  }

  /** Anything that can be: for claims that hold always. */
  static Situation any(RandomGenerator random) {
    var it = new Situations();
    var rate = new FeeRate((long) Math.exp(random.nextDouble(4.7, 12)));
    it.leaseEnd = NOW.plus(Duration.ofMinutes(random.nextInt(60_000) - 100));
    it.clockConfirmed = random.nextInt(4) > 0;
    it.credit = maybe(random, Cents.of(random.nextInt(6_000)));
    it.purse = maybe(random, new Purse(anyCoins(random), Sats.of(random.nextInt(20_000)), rate));
    it.price = maybe(random, anyPrice(random));
    it.buying =
        maybe(random, random.nextBoolean() ? Buying.ASKED : Buying.PAID).orElse(Buying.NONE);
    it.renewing = random.nextBoolean() ? Renewing.SMOOTH : Renewing.TROUBLED;
    it.born = NOW.minus(Duration.ofDays(random.nextInt(-2, 400)));
    it.outlook = anyOutlook(random);
    it.family = anyFamily(random);
    it.conduct = maybe(random, Conduct.GOOD).orElse(any(random, Conduct.values()));
    it.beneficiary = maybe(random, CHARITY);
    return it.situation();
  }

  static Outlook anyOutlook(RandomGenerator random) {
    return Outlook.of(anyIncome(random), Prior.near(random.nextDouble(40)));
  }

  static Income anyIncome(RandomGenerator random) {
    var gifts = new double[random.nextInt(random.nextBoolean() ? 4 : 60)];
    Arrays.setAll(gifts, _ -> Math.exp(random.nextGaussian() * 2));
    return Income.of(random.nextDouble(Income.LONGEST), gifts);
  }

  private static Price anyPrice(RandomGenerator random) {
    return new Price(
        Rate.ofDollars(random.nextInt(1_000, 500_000)),
        NOW.minus(Duration.ofHours(random.nextInt(48))));
  }

  private static List<Sats> anyCoins(RandomGenerator random) {
    var coins = new ArrayList<Sats>();
    for (int i = random.nextInt(6); i > 0; i--) {
      coins.add(Sats.of((long) Math.exp(random.nextDouble(4, 15))));
    }
    return coins;
  }

  private static Family anyFamily(RandomGenerator random) {
    return new Family(
        random.nextInt(10),
        random.nextInt(14),
        maybe(random, NOW.minus(Duration.ofDays(random.nextInt(20)))),
        random.nextInt(4),
        random.nextBoolean(),
        maybe(random, NOW.minus(Duration.ofDays(random.nextInt(200)))));
  }

  private static <T> T any(RandomGenerator random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static <T> Optional<T> maybe(RandomGenerator random, T value) {
    return random.nextInt(4) > 0 ? Optional.of(value) : Optional.empty();
  }
}
