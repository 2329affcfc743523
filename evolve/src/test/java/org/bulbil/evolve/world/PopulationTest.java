package org.bulbil.evolve.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The arrays that relays are made of. */
class PopulationTest {

  @Test
  void birthsAreCountedByYearsOfLife() {
    // Aim: the cap on children is one a year, as in the agent, though no dates are kept here.
    var scenario = Scenarios.founders28();
    var relays = new Population(new LightWallets(), scenario.rental(), 1);
    var kind =
        Bulbil.founders(scenario).apply(scenario.rental().places().getFirst().region().slug());
    int slot = relays.add(kind, 100, 130, 0, 0, 7);
    assertThat(relays.births(slot, 200)).isZero();
    relays.bore(slot, 200);
    relays.bore(slot, 300);
    assertThat(relays.births(slot, 300)).isEqualTo(2);
    assertThat(relays.births(slot, 464)).isEqualTo(2);
    assertThat(relays.births(slot, 465)).isZero();
    relays.bore(slot, 500);
    assertThat(relays.births(slot, 501)).isEqualTo(1);
  }
}
