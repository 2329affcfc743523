package org.bulbil.evolve.speed;

import java.util.function.Supplier;
import org.bulbil.core.time.Stopwatch;
import org.bulbil.evolve.world.World;

/** Worlds one after the other: each lives a while unmeasured, then a season that counts. */
public final class Lap {

  private static final int WARM_DAYS = 40;

  /** Where there are very many relays, a day takes seconds. */
  private static final int FEW_WARM_DAYS = 20;

  private static final int MANY = 100_000;

  /** Days after which a world is replaced by a fresh one, so that all sizes do the same. */
  private static final int SEASON = 160;

  private final Supplier<World> worlds;
  private final Stopwatch stopwatch;
  private World world;
  private long asked;
  private long lived;

  /** The first world is warmed up at once. */
  public Lap(Supplier<World> worlds, Stopwatch stopwatch) {
    this.worlds = worlds;
    this.stopwatch = stopwatch;
    this.world = fresh();
  }

  private World fresh() {
    var warm = worlds.get();
    warm.run(warm.alive() > MANY ? FEW_WARM_DAYS : WARM_DAYS);
    return warm;
  }

  /** Relay-days in a second of at least so many. */
  public double speed(long relayDays) {
    long nanos = 0;
    long here = 0;
    while (here < relayDays) {
      world = world.day() < SEASON && world.alive() > 0 ? world : fresh();
      var begun = stopwatch.elapsed();
      world.step();
      nanos += stopwatch.elapsed().minus(begun).toNanos();
      here += world.chronicle().last().lived();
      asked += world.chronicle().last().asked();
    }
    lived += here;
    return here * 1e9 / nanos;
  }

  /** Decisions that were asked for, for each relay-day. */
  public double asked() {
    return (double) asked / lived;
  }

  /** Relays of the present world. */
  public int alive() {
    return world.alive();
  }
}
