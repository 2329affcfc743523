package org.bulbil.evolve.ensemble;

import java.util.Arrays;
import org.bulbil.evolve.world.Shock;

/**
 * How a population came through a shock.
 *
 * @param before relays on the average of the 30 days before it
 * @param lowest the fewest relays from its first day until a year after its last, as a share of
 *     that
 * @param recovery days from the end of the shock until nine tenths of that were alive again, after
 *     the fewest; where that never happened, until the end of the world
 * @param recovered whether it happened
 */
public record Resilience(double before, double lowest, int recovery, boolean recovered) {

  /** Days over which the level before is taken. */
  private static final int DAYS_BEFORE = 30;

  /** Later, what happens has other reasons. */
  private static final int DAYS_AFTER = 365;

  /** A population that is so large again has recovered. */
  public static final double ENOUGH = 0.9;

  /** What a track shows of a shock that begins on one of its days, 30 at the earliest. */
  public static Resilience of(Track track, Shock shock) {
    return of(track.alive(), shock);
  }

  static Resilience of(int[] alive, Shock shock) {
    int begin = shock.day();
    double before = Arrays.stream(alive, begin - DAYS_BEFORE, begin).average().orElse(0);
    int bottom = begin;
    for (int day = begin; day < Math.min(alive.length, end(shock) + DAYS_AFTER); day++) {
      bottom = alive[day] < alive[bottom] ? day : bottom;
    }
    int back = bottom;
    while (back < alive.length && alive[back] < ENOUGH * before) {
      back++;
    }
    int recovery = Math.max(0, back - end(shock));
    return new Resilience(before, alive[bottom] / before, recovery, back < alive.length);
  }

  /** The first day on which it is over. */
  private static int end(Shock shock) {
    return switch (shock) {
      case Shock.Ban(int day, _, _) -> day;
      case Shock.Drought(int day, int days, _) -> day + days;
      case Shock.DearFees(int day, int days, _) -> day + days;
      case Shock.Crash(int day, int days, _) -> day + days;
    };
  }
}
