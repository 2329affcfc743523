package org.bulbil.evolve.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.junit.jupiter.api.Test;

class WeatherTest {

  private static final Climate STEADY =
      Climate.steady(Rate.ofDollars(40_000), FeeRate.ofSatPerVb(5));

  @Test
  void shocksAreFeltOnTheirDays() {
    // Aim: each begins and ends when it says, and a crash stays.
    var weather =
        new Weather(
            STEADY,
            List.of(
                new Shock.Drought(10, 5, 0.9),
                new Shock.DearFees(20, 30, FeeRate.ofSatPerVb(100)),
                new Shock.Crash(100, 90, 0.5)));
    assertThat(weather.generosity(9)).isEqualTo(1);
    assertThat(weather.generosity(14)).isBetween(0.09, 0.11);
    assertThat(weather.generosity(15)).isEqualTo(1);
    assertThat(weather.on(19).fee()).isEqualTo(FeeRate.ofSatPerVb(5));
    assertThat(weather.on(49).fee()).isEqualTo(FeeRate.ofSatPerVb(100));
    assertThat(weather.on(50).fee()).isEqualTo(FeeRate.ofSatPerVb(5));
    assertThat(weather.on(100).rate()).isEqualTo(Rate.ofDollars(40_000));
    assertThat(weather.on(145).rate().centsPerBitcoin()).isBetween(2_820_000L, 2_830_000L);
    assertThat(weather.on(1000).rate()).isEqualTo(Rate.ofDollars(20_000));
  }

  @Test
  void aBanHitsItsProviderAlone() {
    // Aim: whoever is elsewhere lives on.
    var scenario = Scenarios.ofSize(1000, 1).with(new Shock.Ban(20, "large", 1));
    try (var crew = new Crew(1)) {
      var world =
          World.ofBulbils(scenario, scenario.steadyClimate(), Course.of(Worlds.seed(71)), crew);
      world.run(20);
      int before = world.alive();
      world.step();
      assertThat(world.chronicle().last().banned()).isBetween(before * 6L / 10, before * 8L / 10);
      assertThat(world.regions().keySet()).allMatch(WeatherTest::isSmall);
    }
  }

  private static boolean isSmall(String region) {
    return Integer.parseInt(region.substring("region-".length())) % 7 >= 5;
  }

  @Test
  void aBanOfNobodyIsAFault() {
    // Aim: a scenario with a misspelt provider is refused, not silently harmless.
    assertThatThrownBy(() -> Scenarios.plenty().with(new Shock.Ban(20, "larg", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ban.provider")
        .hasMessageContaining("larg");
  }
}
