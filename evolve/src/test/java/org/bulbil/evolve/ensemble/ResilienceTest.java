package org.bulbil.evolve.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.bulbil.evolve.world.Shock;
import org.junit.jupiter.api.Test;

class ResilienceTest {

  /** 100 relays for 200 days, from day 200 on as many as {@code later} says for ever. */
  private static int[] alive(int... later) {
    var alive = new int[1000];
    Arrays.fill(alive, 100);
    for (int day = 200; day < alive.length; day++) {
      alive[day] = later[Math.min(day - 200, later.length - 1)];
    }
    return alive;
  }

  @Test
  void recoveryIsCountedFromTheEndOfTheShock() {
    // Aim: a drought of 5 days; the lowest after it; 90 on the seventh day from its beginning.
    var found =
        Resilience.of(alive(95, 92, 80, 60, 55, 50, 70, 90, 85), new Shock.Drought(200, 5, 0.9));
    assertThat(found).isEqualTo(new Resilience(100, 0.5, 2, true));
  }

  @Test
  void whoIsBackBeforeTheEndTookNoTime() {
    // Aim: never less than zero days.
    var found = Resilience.of(alive(70, 100), new Shock.Drought(200, 50, 0.9));
    assertThat(found).isEqualTo(new Resilience(100, 0.7, 0, true));
  }

  @Test
  void whoNeverRecoversIsSaidTo() {
    // Aim: the days until the end of the world, marked.
    var found = Resilience.of(alive(30), new Shock.Ban(200, Shock.EVERYWHERE, 0.7));
    assertThat(found).isEqualTo(new Resilience(100, 0.3, 800, false));
  }

  @Test
  void whatHappensLongAfterHasOtherReasons() {
    // Aim: a low two years later is not the shock's.
    var alive = alive(60, 100);
    alive[950] = 5;
    assertThat(Resilience.of(alive, new Shock.Ban(200, Shock.EVERYWHERE, 0.7)).lowest())
        .isEqualTo(0.6);
  }
}
