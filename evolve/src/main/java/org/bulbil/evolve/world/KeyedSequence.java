package org.bulbil.evolve.world;

import java.util.random.RandomGenerator;
import org.bulbil.evolve.random.Keyed;

/** The numbers of one key, one after the other, for code that wants a generator. */
final class KeyedSequence implements RandomGenerator {

  private final long key;
  private final long day;
  private long next;

  KeyedSequence(long key, long day) {
    this.key = key;
    this.day = day;
  }

  @Override
  public long nextLong() {
    return Keyed.bits(key, day, next++);
  }
}
