package org.bulbil.cli.atlas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulbil.atlas.ingest.Rounds;
import org.bulbil.atlas.ingest.Source;
import org.bulbil.atlas.ingest.Told;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.core.outcome.Outcome;

/** One turn to all sources, one after the other. */
final class Once {

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();

  void ask(List<Source> sources, Rounds rounds) throws InterruptedException {
    for (var source : sources) {
      take(source.name(), rounds.once(source));
    }
  }

  private void take(String name, Outcome<Told> outcome) {
    if (outcome instanceof Outcome.Done<Told>(Told told)) {
      told.counts().forEach((what, count) -> counts.merge(what, count, Long::sum));
      remarks.addAll(told.remarks());
    } else {
      counts.merge("refused", 1L, Long::sum);
      remarks.add(name + ": " + outcome.summary());
    }
  }

  /** What was left out and why, a sentence each. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** Whether nothing was refused. */
  boolean isWell() {
    return counts.getOrDefault("refused", 0L) == 0;
  }

  Summary summary(Snapshot snapshot, Duration took) {
    return Summary.of(snapshot, counts, remarks, took);
  }
}
