package org.bulbil.evolve.world;

import java.util.function.IntConsumer;

/** A crew that shares out the slots in parts of a fixed size, whose tallies are added in order. */
final class SharedRounds implements Rounds {

  /** Slots that one thread takes at once: large enough to be worth it, small enough to share. */
  private static final int PART = 512;

  private final Crew crew;
  private final Tally sum = new Tally();
  private Tally[] tallies = {};

  SharedRounds(Crew crew) {
    this.crew = crew;
  }

  @Override
  public Tally live(Living living, int slots) {
    int parts = Math.ceilDiv(slots, PART);
    tallies = parts > tallies.length ? new Tally[parts + parts / 4] : tallies;
    crew.share(
        parts,
        part -> {
          var tally = new Tally(); // fresh, so that no two threads write to one cache line
          living.live(part * PART, Math.min(slots, (part + 1) * PART), tally);
          tallies[part] = tally;
        });
    sum.clear();
    for (int part = 0; part < parts; part++) {
      sum.add(tallies[part]);
    }
    return sum;
  }

  @Override
  public void share(int parts, IntConsumer part) {
    crew.share(parts, part);
  }

  @Override
  public boolean needsSlots() {
    return false;
  }
}
