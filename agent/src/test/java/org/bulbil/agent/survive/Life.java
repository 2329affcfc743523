package org.bulbil.agent.survive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One seed: relays, one after the other, until so many days have passed. */
final class Life {

  /** Makes the diary of each relay's world. */
  interface Listener {
    Diary diary(long seed, Supplier<Instant> clock);

    Listener NOBODY = (_, clock) -> Diary.silent(clock);
  }

  /** An invariant that did not hold, with what is needed to understand it. */
  record Failure(long seed, String invariant, String words, String faults, List<String> events) {}

  /** How a life went. */
  record Result(long seed, long digest, Duration lived, Optional<Failure> failure) {}

  private final long seed;
  private final Duration length;
  private final Tally tally;
  private final Sabotage sabotage;
  private final Listener listener;

  Life(long seed, Duration length, Sabotage sabotage, Tally tally, Listener listener) {
    this.seed = seed;
    this.length = length;
    this.sabotage = sabotage;
    this.tally = tally;
    this.listener = listener;
  }

  Result run() {
    var dice = Dice.of(seed);
    var swarm = new Swarm(dice.split());
    var lived = Duration.ZERO;
    long digest = 0;
    for (int number = 0; lived.compareTo(length) < 0; number++) {
      var world = new World(seed, swarm, dice.split(), tally, listener);
      var begun = world.now();
      try {
        new RelayLife(world, number, sabotage).run(begun.plus(length.minus(lived)));
      } catch (Violation violation) {
        return new Result(seed, digest, lived, Optional.of(failure(violation, world)));
      }
      lived = lived.plus(Duration.between(begun, world.now()));
      digest = 31 * digest + world.diary.digest();
      swarm.calm();
    }
    return new Result(seed, digest, lived, Optional.empty());
  }

  private Failure failure(Violation violation, World world) {
    return new Failure(
        seed,
        violation.invariant(),
        String.valueOf(violation.getMessage()),
        world.swarm.toString(),
        world.diary.newest());
  }
}
