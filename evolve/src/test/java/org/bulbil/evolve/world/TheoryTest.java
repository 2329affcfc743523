package org.bulbil.evolve.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bulbil.core.money.Cents;
import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Situation;
import org.bulbil.evolve.rule.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Worlds of which theory says what happens in them. */
class TheoryTest {

  private static final Crew CREW = new Crew(1);

  @AfterAll
  static void dismiss() {
    CREW.close();
  }

  @Test
  void ruinIsAsRareAsLundbergSays() {
    // Aim: exponential gifts, income 1.5 rents: from u days of reserve, ruin with e^(-Ru).
    long seed = Worlds.seed(11);
    int relays = 4000;
    int mean = 20;
    int reserve = 40;
    var scenario =
        Worlds.simple(
            relays, reserve, 1.5, Cents.dollars(1), new Sizes.Exponential(100.0 * mean), 0);
    var world = Worlds.of(scenario, here(TheoryTest::everythingIntoRent), seed, CREW);
    world.run(1200);
    double ruined = 1 - (double) world.alive() / relays;
    assertThat(ruined).isCloseTo(Math.exp(-0.5 / mean * reserve), within(0.03));
  }

  private static Decision everythingIntoRent(Situation s) {
    var credit = s.credit().orElseThrow();
    if (credit.covers(s.plan().rent())) {
      return new Decision.TopUp((int) credit.dividedBy(s.plan().rent()), "all");
    }
    long dollars = dollars(s);
    return dollars > 0
        ? new Decision.BuyCredit(Cents.dollars(dollars), 100, "all")
        : new Decision.Rest("nothing came");
  }

  private static long dollars(Situation s) {
    var payable = s.purse().orElseThrow().payable();
    return s.price().orElseThrow().rate().centsFor(payable).wholeDollarsDown();
  }

  @Test
  void extinctionIsAsLikelyAsInABirthDeathProcess() {
    // Aim: births at b and deaths at h a day: one founder's line ends with probability h/b.
    long seed = Worlds.seed(12);
    double births = 0.015;
    double deaths = 0.01;
    int lines = 600;
    int ended = 0;
    for (int line = 0; line < lines; line++) {
      ended += isExtinct(births, deaths, seed + line) ? 1 : 0;
    }
    assertThat((double) ended / lines).isCloseTo(deaths / births, within(0.06));
  }

  private static boolean isExtinct(double births, double deaths, long seed) {
    var world = Worlds.of(breeding(1, births, deaths, 1), here(TheoryTest::breed), seed, CREW);
    while (world.alive() > 0 && world.alive() < 40) {
      world.step();
    }
    return world.alive() == 0;
  }

  /** Each gift pays one child for longer than anybody lives. */
  private static Scenario breeding(int relays, double births, double deaths, double growth) {
    double days = 30_000;
    var scenario =
        Worlds.simple(
            relays,
            (int) days,
            births * days,
            Cents.of(1),
            new Sizes.LogNormal(days, 0, days),
            deaths);
    var giving = scenario.giving();
    return scenario.with(
        new Giving(giving.rentDaysPerDay(), growth, giving.sizes(), 10, 0, 0, Ramp.NONE));
  }

  private static Decision breed(Situation s) {
    long dollars = dollars(s);
    return dollars > 0
        ? new Decision.Propagate(Cents.dollars(dollars), "a gift came")
        : new Decision.Rest("no gift came");
  }

  @Test
  void aNeutralDifferenceFixesByChanceAlone() {
    // Aim: of N founders that differ in nothing but their names, each one's line is as likely to
    // be the last; and Price's covariance of children and name is zero.
    long seed = Worlds.seed(13);
    int founders = 8;
    int worlds = 400;
    var fixed = new int[founders];
    var covariances = new double[worlds];
    for (int i = 0; i < worlds; i++) {
      var world = namesakes(founders, seed + i);
      int line = lastLine(world);
      if (line >= 0) {
        fixed[line]++;
      }
      covariances[i] = covariance(world, founders);
    }
    assertThat(chiSquare(fixed)).as("fixations %s", Arrays.toString(fixed)).isLessThan(24.3);
    assertThat(meanOverError(covariances)).isBetween(-4.0, 4.0);
  }

  private static World namesakes(int founders, long seed) {
    var scenario = breeding(founders, 0.05, 0.05, 0);
    var places = IntStream.range(0, founders).mapToObj(i -> Place.of("line-" + i, "one")).toList();
    var rental = scenario.rental();
    var world =
        Worlds.of(
            scenario.with(
                new Rental(
                    rental.plan(),
                    rental.terms(),
                    rental.launchDays(),
                    places,
                    rental.deathPerDay(),
                    0)),
            region -> new Worlds.Simple(region, TheoryTest::breed),
            seed,
            CREW);
    while (world.alive() > 0 && world.regions().size() > 1) {
      world.step();
    }
    return world;
  }

  /** Founder's number of whoever is left; -1 where nobody is. */
  private static int lastLine(World world) {
    return world.regions().keySet().stream()
        .findFirst()
        .map(region -> Integer.parseInt(region.substring("line-".length())))
        .orElse(-1);
  }

  /** Between a founder's number and its children, over their mean: Price's first term. */
  private static double covariance(World world, int founders) {
    var children = new double[founders];
    world
        .lives()
        .all()
        .filter(life -> !life.isFounder())
        .forEach(
            life -> {
              if (life.parent() < founders) {
                children[life.parent()]++;
              }
            });
    double mean = Arrays.stream(children).average().orElse(0);
    double middle = (founders - 1) / 2.0;
    double sum = 0;
    for (int i = 0; i < founders; i++) {
      sum += (i - middle) * (children[i] - mean);
    }
    return mean == 0 ? 0 : sum / founders / mean;
  }

  private static double chiSquare(int[] counts) {
    double mean = (double) IntStream.of(counts).sum() / counts.length;
    return IntStream.of(counts).mapToDouble(c -> (c - mean) * (c - mean) / mean).sum();
  }

  private static double meanOverError(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return mean / Math.sqrt(squares / values.length / values.length);
  }

  private static Function<String, Breed> here(Rule rule) {
    return region -> new Worlds.Simple(region, rule);
  }
}
