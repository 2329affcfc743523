package org.bulbil.evolve.world;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Limits;
import org.bulbil.core.policy.Situation;
import org.bulbil.core.policy.Terms;
import org.bulbil.evolve.rule.Rule;

/** Worlds so simple that theory says what happens in them. */
final class Worlds {

  private static final Terms TERMS =
      new Terms(
          Cents.dollars(1),
          100_000,
          100_000,
          Duration.ofHours(1),
          Duration.ofHours(24),
          Duration.ofHours(24));

  private Worlds() {}

  /** The seed of a test's chance, printed so that it can be run again with {@code -Dseed=…}. */
  static long seed(long usual) {
    long seed = Long.getLong("seed", usual);
    System.out.println("seed " + seed);
    return seed;
  }

  /**
   * A world in which each relay has donors of its own, who see it from its first day.
   *
   * @param income of a relay, in rent-days per day
   * @param rent of a day; a bitcoin is a dollar, and fees are next to nothing
   */
  static Scenario simple(
      int relays, int leaseDays, double income, Cents rent, Sizes sizes, double deathPerDay) {
    var plan = new Plan("simple", rent, 1, 1024, 25, 0, true);
    return new Scenario(
        "simple",
        new Founders(relays, leaseDays, 1, Cents.ZERO),
        new Giving(relays * income, 1, sizes, 10, 0, 0, Ramp.NONE),
        new Rental(plan, TERMS, 30_000, List.of(Place.of("here", "one")), deathPerDay, 0),
        new Rate(100),
        new FeeRate(1),
        List.of(),
        Limits.USUAL);
  }

  static World of(Scenario scenario, Function<String, Breed> founder, long seed, Crew crew) {
    return new World(
        scenario, scenario.steadyClimate(), founder, Course.of(seed).withoutCensus(), crew);
  }

  /** A breed that is asked every day. */
  record Simple(String region, Rule rule) implements Breed {

    @Override
    public Decision decide(Situation situation) {
      return rule.decide(situation);
    }

    @Override
    public Breed child(RandomGenerator random, int[] relatives) {
      return this;
    }

    @Override
    public Habits habits() {
      return Habits.UNKNOWN;
    }
  }
}
