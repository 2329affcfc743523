package org.bulbil.evolve.world;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.bulbil.core.genome.Diversity;
import org.bulbil.core.genome.Gene;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.genome.Mutation;
import org.bulbil.core.lease.Region;
import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Limits;
import org.bulbil.core.policy.Policy;
import org.bulbil.core.policy.Reserve;
import org.bulbil.core.policy.Situation;
import org.bulbil.evolve.rule.Rule;

/** Our own relays: the production policy and the production genome, mutated as at a real birth. */
public final class Bulbil implements Breed {

  /** Days by which the policy extends a lease while there is time. */
  private static final int TOP_UP_DAYS = 7;

  private final Genome genome;
  private final Rental rental;
  private final Limits limits;
  private final Rule rule;
  private final Habits habits;

  public Bulbil(Genome genome, Rental rental, Limits limits) {
    this.genome = genome;
    this.rental = rental;
    this.limits = limits;
    this.rule = Rule.of(new Policy(genome, limits));
    this.habits =
        Habits.of(genome.leadDays(), TOP_UP_DAYS, genome.creditDays(), (int) Reserve.LEAST, limits);
  }

  /** The usual genome in every region. */
  public static Function<String, Breed> founders(Scenario scenario) {
    var rental = scenario.rental();
    return region ->
        new Bulbil(Genome.founder(region, rental.plan().slug()), rental, scenario.limits());
  }

  @Override
  public Decision decide(Situation situation) {
    return rule.decide(situation);
  }

  @Override
  public Bulbil child(RandomGenerator random, int[] relatives) {
    return placed(mutated(genome, random), random, relatives);
  }

  /** A child without any mutation; it too may go where the family is thin. */
  public Bulbil twin(RandomGenerator random, int[] relatives) {
    return placed(genome, random, relatives);
  }

  /** What a mutation at a birth in this world makes of a genome, read or not. */
  public Genome mutated(Genome any, RandomGenerator random) {
    return new Mutation(random).of(any, regions(), List.of(rental.plan()));
  }

  private Bulbil placed(Genome made, RandomGenerator random, int[] relatives) {
    int place = Diversity.place(rental.placeOf(made.region()), relatives, random);
    var child = made.withRegion(rental.places().get(place).region().slug());
    return child.equals(genome) ? this : new Bulbil(child, rental, limits);
  }

  private List<Region> regions() {
    return rental.places().stream().map(Place::region).toList();
  }

  public Genome genome() {
    return genome;
  }

  @Override
  public String region() {
    return genome.region();
  }

  @Override
  public double vigour() {
    return (double) genome.bandwidthPercent() / Gene.BANDWIDTH.usual();
  }

  @Override
  public int value(Gene gene) {
    return genome.value(gene);
  }

  @Override
  public Habits habits() {
    return habits;
  }
}
