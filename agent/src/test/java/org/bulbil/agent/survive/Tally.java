package org.bulbil.agent.survive;

import java.util.EnumMap;
import java.util.Map;

/** Counts of happenings; one for each thread, added up at the end. */
final class Tally {

  private final Map<Happening, Long> counts = new EnumMap<>(Happening.class);

  void count(Happening happening) {
    counts.merge(happening, 1L, Long::sum);
  }

  long of(Happening happening) {
    return counts.getOrDefault(happening, 0L);
  }

  void add(Tally that) {
    that.counts.forEach((happening, count) -> counts.merge(happening, count, Long::sum));
  }
}
