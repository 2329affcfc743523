package org.bulbil.evolve.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bulbil.core.genome.Gene;
import org.bulbil.evolve.world.Breed;
import org.bulbil.evolve.world.Course;
import org.bulbil.evolve.world.Crew;
import org.bulbil.evolve.world.Lives;
import org.bulbil.evolve.world.Scenarios;
import org.bulbil.evolve.world.World;
import org.junit.jupiter.api.Test;

class PriceEquationTest {

  private static final long SEED = Long.getLong("seed", 5);
  private static final int FIRST = 200;
  private static final int LAST = 900;

  private static World world() {
    System.out.println("seed " + SEED);
    try (var crew = new Crew(1)) {
      var scenario = Scenarios.ofSize(100, 1.5);
      var world = World.ofBulbils(scenario, scenario.steadyClimate(), Course.of(SEED), crew);
      world.run(LAST + 1);
      return world;
    }
  }

  @Test
  void bothTermsAreThoseOfTheDefinition() {
    // Aim: covariance and expectation worked out from above, by counting everybody's descendants.
    var lives = world().lives();
    ToDoubleFunction<Breed> trait = breed -> breed.value(Gene.RESERVE);
    var price = PriceEquation.between(FIRST, LAST, lives, trait);
    var ancestors = lives.all().filter(life -> life.isThereAfter(FIRST)).toList();
    double n = ancestors.size();
    var fitness = ancestors.stream().mapToDouble(life -> heirs(life, lives).size()).toArray();
    var traits = ancestors.stream().mapToDouble(l -> trait.applyAsDouble(l.breed())).toArray();
    double meanFitness = 0;
    double meanTrait = 0;
    double products = 0;
    double changes = 0;
    for (int i = 0; i < n; i++) {
      meanFitness += fitness[i] / n;
      meanTrait += traits[i] / n;
      products += fitness[i] * traits[i] / n;
      for (var heir : heirs(ancestors.get(i), lives)) {
        changes += (trait.applyAsDouble(heir.breed()) - traits[i]) / n;
      }
    }
    double covariance = products - meanFitness * meanTrait;
    assertThat(price.selection()).isCloseTo(covariance / meanFitness, within(1e-9));
    assertThat(price.transmission()).isCloseTo(changes / meanFitness, within(1e-9));
    assertThat(price.transmission()).as("mutation has an effect here").isNotZero();
    assertThat(price.from()).isCloseTo(meanTrait, within(1e-9));
    assertThat(price.change()).isCloseTo(price.selection() + price.transmission(), within(1e-9));
  }

  /** Itself and its descendants, of those who live on the last day. */
  private static List<Lives.Life> heirs(Lives.Life ancestor, Lives lives) {
    return lives
        .all()
        .filter(life -> life.isThereAfter(LAST) && descends(life, ancestor, lives))
        .toList();
  }

  private static boolean descends(Lives.Life life, Lives.Life ancestor, Lives lives) {
    var up = life;
    while (up.id() != ancestor.id() && up.born() > FIRST) {
      up = lives.get(up.parent());
    }
    return up.id() == ancestor.id();
  }

  @Test
  void whereEverybodyIsGoneThereIsNothingToExplain() {
    // Aim: an empty world does not divide by zero.
    try (var crew = new Crew(1)) {
      var scenario = Scenarios.ofSize(20, 0);
      var world = World.ofBulbils(scenario, scenario.steadyClimate(), Course.of(SEED), crew);
      world.run(200);
      assertThat(world.alive()).isZero();
      var price = PriceEquation.between(0, 199, world.lives(), _ -> 1);
      assertThat(price).isEqualTo(new PriceEquation(0, 0, 0, 0));
    }
  }
}
