package org.bulbil.evolve.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

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
  void twoRulesLiveThroughTheSameGifts() {
    // Aim: paired comparisons share their luck, although the relays differ.
    System.out.println("seed " + SEED);
    var scenario = Scenarios.founders28();
    try (var crew = new Crew(1)) {
      var ours = lived(scenario, Course.of(SEED), 1, 200);
      var theirs =
          new World(scenario, scenario.steadyClimate(), Mycelium.founders(), Course.of(SEED), crew);
      theirs.run(200);
      assertThat(theirs.chronicle().days())
          .extracting(Chronicle.DayRow::gifts)
          .isEqualTo(ours.chronicle().days().stream().map(Chronicle.DayRow::gifts).toList());
      assertThat(theirs.books().donated()).isEqualTo(ours.books().donated());
      assertThat(theirs.lives().count()).isNotEqualTo(ours.lives().count());
    }
  }

  @Test
  void twentyEightFoundersMultiplyToWhatDonorsPayFor() {
    // Aim: the plateau is N* = ηG/(1 + hW): what is given and neither burnt nor given on, over a
    // day's rent and what dies with the servers that end by accident.
    System.out.println("seed " + SEED);
    var scenario = Scenarios.founders28();
    var world = lived(scenario, Course.of(SEED), 1, 5 * 365);
    var years = world.chronicle().days().subList(2 * 365, 5 * 365);
    double rent = scenario.rental().plan().rent().value();
    double centsPerSat = scenario.price().centsPerBitcoin() / 1e8;
    var first = years.getFirst();
    var last = years.getLast();
    double stock = wealth(last, centsPerSat) - wealth(first, centsPerSat);
    double kept = (useful(last.books()) - useful(first.books())) * centsPerSat;
    double income = (kept - stock) / rent / years.size();
    double hazard = scenario.rental().deathPerDay();
    double wealth =
        years.stream()
            .mapToDouble(row -> wealth(row, centsPerSat) / rent / row.alive())
            .average()
            .orElseThrow();
    double relays = years.stream().mapToInt(Chronicle.DayRow::alive).average().orElseThrow();
    assertThat(relays).isCloseTo(income / (1 + hazard * wealth), withinPercentage(5));
    assertThat(relays).isBetween(75.0, 150.0);
  }

  /** What was given and went neither to miners nor to charity, in satoshis. */
  private static long useful(Books books) {
    return books.donated() - books.fees() - books.charity();
  }

  /** Of all relays, in cents. */
  private static double wealth(Chronicle.DayRow row, double centsPerSat) {
    return row.prepaid() + row.books().held() * centsPerSat;
  }
}
