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
    var scenario = Scenarios.ofSize(20_000, 1.5).with(new Shock.Ban(60, "large", 0.5));
    var course = Course.of(SEED).with(purses);
    long one = lived(scenario, course, 1, 120).hash();
    assertThat(lived(scenario, course, 2, 120).hash()).isEqualTo(one);
    assertThat(lived(scenario, course, 8, 120).hash()).isEqualTo(one);
    assertThat(lived(scenario, Course.of(SEED + 1), 2, 120).hash()).isNotEqualTo(one);
  }

  @Test
  void twentyEightFoundersSettle() {
    // Aim: founders of the usual scenario multiply to about what donors can pay for.
    var world = lived(Scenarios.founders28(), Course.of(SEED), 1, 5 * 365);
    for (int i = 0; i < world.day(); i += 90) {
      System.out.println(world.chronicle().days().get(i));
    }
    System.out.println(world.books().efficiency());
    assertThat(world.alive()).isPositive();
  }
}
