package org.bulbil.evolve.world;

import java.util.Arrays;

/** A crew that shares out the slots in parts of a fixed size, whose tallies are added in order. */
final class SharedRounds implements Rounds {

  /** Slots that one thread takes at once: large enough to be worth it, small enough to share. */
  private static final int PART = 4096;

  private final Crew crew;
  private final Tally sum = new Tally();
  private Tally[] tallies = {};

  SharedRounds(Crew crew) {
    this.crew = crew;
  }

  @Override
  public Tally live(Living living, int slots) {
    int parts = Math.ceilDiv(slots, PART);
    reach(parts);
    crew.share(
        parts,
        part -> {
          tallies[part].clear();
          living.live(part * PART, Math.min(slots, (part + 1) * PART), tallies[part]);
        });
    sum.clear();
    for (int part = 0; part < parts; part++) {
      sum.add(tallies[part]);
    }
    return sum;
  }

  private void reach(int parts) {
    int before = tallies.length;
    if (parts > before) {
      tallies = Arrays.copyOf(tallies, parts);
      for (int part = before; part < parts; part++) {
        tallies[part] = new Tally();
      }
    }
  }

  @Override
  public boolean needsSlots() {
    return false;
  }
}
