package org.bulbil.evolve.world.bench;

import java.util.Locale;
import org.bulbil.evolve.world.Course;
import org.bulbil.evolve.world.Crew;
import org.bulbil.evolve.world.Scenarios;
import org.bulbil.evolve.world.World;

/** Quick look. */
public final class Speed {
  private Speed() {}

  public static void main(String[] arguments) {
    int relays = Integer.parseInt(arguments[0]);
    int days = Integer.parseInt(arguments[1]);
    var purses = Course.Purses.valueOf(arguments[2]);
    int threads = Integer.parseInt(arguments[3]);
    for (int i = 0; i < Integer.parseInt(arguments[4]); i++) {
      try (var crew = new Crew(threads)) {
        var scenario = Scenarios.ofSize(relays, 1.1);
        var world =
            World.ofBulbils(
                scenario,
                scenario.steadyClimate(),
                Course.of(1).with(purses).withoutCensus(),
                crew);
        world.run(60);
        long asked = 0;
        long lived = 0;
        long begun = System.nanoTime();
        for (int day = 0; day < days; day++) {
          world.step();
          asked += world.chronicle().last().asked();
          lived += world.alive();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
            Locale.ROOT,
            "%d relays, %.2f M relay-days/s, asked %.3f per relay-day, %.0f ns per ask, alive %d%n",
            relays,
            lived / seconds / 1e6,
            (double) asked / lived,
            seconds * 1e9 / asked,
            world.alive());
      }
    }
  }
}
