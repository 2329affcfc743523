package org.bulbil.evolve.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorldTest {

  private static final long SEED = Long.getLong("seed", 1);

  private static World lived(Scenario scenario, Course course, int threads, int days) {
    try (var crew = new Crew(threads)) {
      var world = World.ofBulbils(scenario, scenario.steadyClimate(), course, crew);
      world.run(days);
      return world;
    }
  }

  @ParameterizedTest
  @EnumSource(Course.Purses.class)
  void isTheSameForAnyNumberOfThreads(Course.Purses purses) {
    // Aim: a result can be checked by anybody on any machine.
    System.out.println("seed " + SEED);
    var scenario = Scenarios.ofSize(10_000, 1.5).with(new Shock.Ban(40, "large", 0.5));
    var course = Course.of(SEED).with(purses);
    long one = lived(scenario, course, 1, 60).hash();
    assertThat(lived(scenario, course, 2, 60).hash()).isEqualTo(one);
    assertThat(lived(scenario, course, 8, 60).hash()).isEqualTo(one);
    assertThat(lived(scenario, Course.of(SEED + 1), 2, 60).hash()).isNotEqualTo(one);
  }

  @Test
  void underMasonItIsTheSameWorld() {
    // Aim: the engine that ours is measured against does the very same work.
    System.out.println("seed " + SEED);
    var scenario = Scenarios.ofSize(300, 1.5);
    try (var crew = new Crew(1)) {
      var ours = Contender.FULL.world(scenario, SEED, crew);
      var theirs = Contender.MASON.world(scenario, SEED, crew);
      ours.run(200);
      theirs.run(200);
      assertThat(theirs.hash()).isEqualTo(ours.hash());
      assertThat(ours.lives().count()).isGreaterThan(300);
    }
  }

  @Test
  void twentyEightFoundersSettle() {
    // Aim: founders of the usual scenario multiply to about what donors can pay for.
    var world = lived(Scenarios.founders28(), Course.of(SEED), 1, 5 * 365);
    for (int i = 0; i < world.day(); i += 90) {
      System.out.println(world.chronicle().days().get(i));
    }
    System.out.println(world.books().efficiency());
    assertThat(world.alive()).isBetween(60, 180);
  }
}
