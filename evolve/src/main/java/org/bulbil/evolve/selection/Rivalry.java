package org.bulbil.evolve.selection;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bulbil.core.genome.Gene;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.money.Cents;
import org.bulbil.core.policy.Limits;
import org.bulbil.evolve.ensemble.Design;
import org.bulbil.evolve.ensemble.Progress;
import org.bulbil.evolve.world.Asking;
import org.bulbil.evolve.world.Breed;
import org.bulbil.evolve.world.Bulbil;
import org.bulbil.evolve.world.Course;
import org.bulbil.evolve.world.Course.Purses;
import org.bulbil.evolve.world.Crew;
import org.bulbil.evolve.world.Founders;
import org.bulbil.evolve.world.Giving;
import org.bulbil.evolve.world.Place;
import org.bulbil.evolve.world.Ramp;
import org.bulbil.evolve.world.Rental;
import org.bulbil.evolve.world.Scenario;
import org.bulbil.evolve.world.Scenarios;
import org.bulbil.evolve.world.World;

/**
 * Whether a configuration with a real advantage spreads. A quarter of the founders offers a tenth
 * more bandwidth than the others; crosswise to that, a quarter calls its plan by another name,
 * which changes nothing. Donors see how fast relays are, and nothing else. Both differences are
 * handed down, and nothing mutates.
 *
 * <p>The policy is production's. Two limits are lifted, so that selection has time: how many
 * generations and how many children there may be; and servers last 300 days on average instead of
 * 900, so that there is a generation a year.
 *
 * @param relays that donors could pay for; somewhat fewer will live
 * @param years of each world
 */
public record Rivalry(int relays, int years) {

  /** Bandwidth of the favoured: a tenth more than the usual 80 %. */
  static final int FAVOURED = 88;

  /** The name by which the plan is called by those who differ in nothing else. */
  static final String RENAMED = "renamed";

  /** One founding region in so many has each difference. */
  static final int ONE_IN = 4;

  private static final int PLACES = ONE_IN * ONE_IN;

  /** One in each region. */
  public static final int RELAYS_LEAST = PLACES;

  public static final int RELAYS_MOST = 1_000_000;
  public static final int YEARS_MOST = 1000;

  private static final double DEATH_PER_DAY = 1.0 / 300;
  private static final int BIRTHS = 100;
  private static final int GENERATIONS = 10_000;

  public Rivalry {
    if (relays < RELAYS_LEAST || relays > RELAYS_MOST) {
      throw new IllegalArgumentException(
          "relays must be %d to %d, not %d".formatted(RELAYS_LEAST, RELAYS_MOST, relays));
    }
    if (years < 1 || years > YEARS_MOST) {
      throw new IllegalArgumentException(
          "years must be 1 to %d, not %d".formatted(YEARS_MOST, years));
    }
  }

  /** The same experiment with the luck of each of so many seeds; for any number of threads. */
  public List<Outcome> run(long seed, int replicates, ForkJoinPool pool, Progress progress) {
    var outcomes =
        pool.submit(
            () ->
                IntStream.range(0, replicates)
                    .parallel()
                    .mapToObj(i -> counted(seed + i, progress))
                    .toList());
    return outcomes.join();
  }

  private Outcome counted(long seed, Progress progress) {
    var outcome = run(seed);
    progress.lived(days());
    progress.rounded();
    return outcome;
  }

  /** One world. */
  public Outcome run(long seed) {
    var scenario = scenario();
    try (var crew = new Crew(1)) {
      var course = new Course(seed, Purses.LIGHT, Asking.DUE, 0);
      var world = new World(scenario, scenario.steadyClimate(), founders(scenario), course, crew);
      world.run(days());
      return Outcome.of(world);
    }
  }

  /** That a world lasts: the first one is what later ones are compared with. */
  public int days() {
    return years * Design.DAYS_PER_YEAR + 1;
  }

  /** Everything but the breeds. */
  Scenario scenario() {
    var base = Scenarios.founders28();
    var usual = base.giving();
    var rental = base.rental();
    var limits = Limits.USUAL;
    return base.named("selection")
        .with(new Founders(relays / PLACES * PLACES, 30, 14, Cents.dollars(10)))
        .with(
            new Giving(
                relays, 0, usual.sizes(), usual.giftsPerDonorYear(), usual.loyalty(), 1, Ramp.TOR))
        .with(
            new Rental(
                rental.plan(),
                rental.terms(),
                rental.launchDays(),
                places(),
                DEATH_PER_DAY,
                rental.luckSigma()))
        .with(
            new Limits(
                true,
                BIRTHS,
                GENERATIONS,
                limits.daysBetweenBirths(),
                limits.endowmentDays(),
                limits.maturityDays(),
                limits.windfallDays()));
  }

  private static List<Place> places() {
    return IntStream.range(0, PLACES).mapToObj(i -> Place.of("region-" + i, "one")).toList();
  }

  /** The favoured are those of every fourth region, the renamed those of the first quarter. */
  private static Function<String, Breed> founders(Scenario scenario) {
    return region -> {
      int place = Integer.parseInt(region.substring("region-".length()));
      var plan = place / ONE_IN == 0 ? RENAMED : scenario.rental().plan().slug();
      var usual = Genome.founder(region, plan);
      var genome = place % ONE_IN == 0 ? usual.with(Gene.BANDWIDTH, FAVOURED) : usual;
      return new Faithful(new Bulbil(genome, scenario.rental(), scenario.limits()));
    };
  }

  /** 1 for a relay that has the advantage, 0 for any other. */
  static double advantage(Breed breed) {
    return breed.value(Gene.BANDWIDTH) == FAVOURED ? 1 : 0;
  }

  /** 1 for a relay whose plan has another name, 0 for any other. */
  static double neutral(Breed breed) {
    return breed instanceof Faithful(var relay) && relay.genome().plan().equals(RENAMED) ? 1 : 0;
  }
}
