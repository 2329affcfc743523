package org.bulbil.evolve.world;

import org.bulbil.evolve.world.Course.Purses;

/** What the bench measures. */
enum Contender {
  LIGHT("ours, light purses", 1, Purses.LIGHT, Asking.DUE, false),
  LIGHT_TWO("ours, light purses, 2 threads", 2, Purses.LIGHT, Asking.DUE, false),
  FULL("ours, every coin", 1, Purses.FULL, Asking.DUE, false),
  FULL_TWO("ours, every coin, 2 threads", 2, Purses.FULL, Asking.DUE, false),
  FULL_ALL("ours, every coin, asks everybody", 1, Purses.FULL, Asking.EVERYBODY, false),
  MASON("MASON 18, every coin, asks due", 1, Purses.FULL, Asking.DUE, true),
  MASON_ALL("MASON 18, every coin, asks all", 1, Purses.FULL, Asking.EVERYBODY, true);

  final String words;
  final int threads;
  private final Purses purses;
  private final Asking asking;
  private final boolean mason;

  Contender(String words, int threads, Purses purses, Asking asking, boolean mason) {
    this.words = words;
    this.threads = threads;
    this.purses = purses;
    this.asking = asking;
    this.mason = mason;
  }

  boolean isMason() {
    return mason;
  }

  World world(int relays, Crew crew) {
    return world(Scenarios.ofSize(relays, 1.1), 1, crew);
  }

  World world(Scenario scenario, long seed, Crew crew) {
    var course = Course.of(seed).with(purses).with(asking).withoutCensus();
    var founders = Bulbil.founders(scenario);
    return mason
        ? new World(
            scenario,
            scenario.steadyClimate(),
            founders,
            course,
            relays -> new MasonRounds(relays, seed))
        : new World(scenario, scenario.steadyClimate(), founders, course, crew);
  }
}
