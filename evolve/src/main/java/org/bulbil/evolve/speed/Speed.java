package org.bulbil.evolve.speed;

import java.util.Arrays;
import org.bulbil.core.time.Stopwatch;
import org.bulbil.evolve.world.Asking;
import org.bulbil.evolve.world.Bulbil;
import org.bulbil.evolve.world.Course;
import org.bulbil.evolve.world.Course.Purses;
import org.bulbil.evolve.world.Crew;
import org.bulbil.evolve.world.Scenarios;
import org.bulbil.evolve.world.World;

/**
 * What was measured of a size of world: our policy, donors for somewhat more relays than there are.
 *
 * @param relays at the beginning
 * @param purses how coins were kept
 * @param threads of the one world
 * @param relayDaysPerSecond the median of the repeats
 * @param asked decisions for each relay-day
 */
public record Speed(
    int relays, Purses purses, int threads, double relayDaysPerSecond, double asked) {

  private static final double WEALTH = 1.1;
  private static final int WARM_RELAYS = 2000;
  private static final int WARM_DAYS = 400;

  /** Lets the compiler see everything before anything is measured. */
  public static void warmUp(Purses purses, int threads) {
    try (var crew = new Crew(threads)) {
      world(WARM_RELAYS, purses, crew).run(WARM_DAYS);
    }
  }

  /**
   * Measures.
   *
   * @param work relay-days of one repeat, at least
   */
  public static Speed of(
      int relays, Purses purses, int threads, int repeats, long work, Stopwatch stopwatch) {
    try (var crew = new Crew(threads)) {
      var lap = new Lap(() -> world(relays, purses, crew), stopwatch);
      var speeds = new double[repeats];
      Arrays.setAll(speeds, _ -> lap.speed(work));
      Arrays.sort(speeds);
      return new Speed(relays, purses, threads, speeds[repeats / 2], lap.asked());
    }
  }

  private static World world(int relays, Purses purses, Crew crew) {
    var scenario = Scenarios.ofSize(relays, WEALTH);
    var course = new Course(1, purses, Asking.DUE, 0);
    return new World(scenario, scenario.steadyClimate(), Bulbil.founders(scenario), course, crew);
  }
}
