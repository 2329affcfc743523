package org.bulbil.evolve.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Stream;
import org.bulbil.core.money.Sats;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RivalsTest {

  static Stream<Named<Function<String, Breed>>> rivals() {
    // 350 days of rent at $30,000, as 0.05 bitcoin were in 2017.
    return Stream.of(
        Named.of("the original", Original.founders(Sats.of(443_000))),
        Named.of("mycelium", Mycelium.founders()));
  }

  @ParameterizedTest
  @MethodSource("rivals")
  void multiplyWhereDonorsAreRich(Function<String, Breed> founders) {
    // Aim: rivals are run as they are described: they renew, breed, and account for every satoshi.
    long seed = Worlds.seed(31);
    try (var crew = new Crew(1)) {
      var scenario = Scenarios.founders28();
      var world = new World(scenario, scenario.steadyClimate(), founders, Course.of(seed), crew);
      world.run(3 * 365);
      assertThat(world.alive()).isBetween(60, 160);
      assertThat(world.books().difference()).isZero();
      assertThat(world.books().charity()).isPositive();
      assertThat(world.lives().all().filter(life -> !life.isFounder())).hasSizeGreaterThan(50);
    }
  }
}
