package org.bulbil.agent.survive;

import java.util.Arrays;

/** Counts of happenings; one for each thread, added up at the end. */
final class Tally {

  private final long[] counts = new long[Happening.values().length];

  void count(Happening happening) {
    counts[happening.ordinal()]++;
  }

  long of(Happening happening) {
    return counts[happening.ordinal()];
  }

  void add(Tally that) {
    Arrays.setAll(counts, i -> counts[i] + that.counts[i]);
  }
}
