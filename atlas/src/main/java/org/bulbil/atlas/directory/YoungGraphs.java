package org.bulbil.atlas.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.Division;
import org.bulbil.atlas.history.GraphCompiler;
import org.bulbil.atlas.history.GraphHistory;
import org.bulbil.atlas.history.Observation;
import org.bulbil.atlas.history.Resolution;
import org.bulbil.atlas.history.Series;
import org.bulbil.atlas.history.Span;

/**
 * Onionoo's graphs, whose finest interval is four hours; and before there are two such intervals, a
 * finer graph in place of the month's. In a sandbox a life is over by then.
 */
final class YoungGraphs {

  private static final List<Duration> STEPS =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1));

  /** As many as a month of the usual graph has. */
  private static final int VALUES_MAX = 200;

  /** Two days make a usual graph of anything. */
  private static final Period REACH = Period.ofDays(3);

  private static final double COVERED = 0.2;

  private YoungGraphs() {}

  static Series series(Chronicle chronicle, String name, Instant end, List<Observation> seen) {
    var usual = GraphCompiler.series(chronicle, name, end, seen);
    return usual.graphs().isEmpty() && !seen.isEmpty()
        ? new Series(name, fine(chronicle, end, seen))
        : usual;
  }

  private static Map<Span, GraphHistory> fine(
      Chronicle chronicle, Instant end, List<Observation> seen) {
    var division = chronicle == Chronicle.UPTIME ? Division.DIVISIBLE : Division.WHOLE;
    var compiler =
        new GraphCompiler(
            List.of(new Resolution(REACH, step(division, end, seen))), division, COVERED);
    return compiler
        .compile(end, seen)
        .getFirst()
        .map(graph -> Map.of(Span.ONE_MONTH, graph))
        .orElse(Map.of());
  }

  private static Duration step(Division division, Instant end, List<Observation> seen) {
    var fair = Duration.between(seen.getFirst().from(), end).dividedBy(VALUES_MAX);
    var longest =
        seen.stream().map(it -> Duration.between(it.from(), it.to())).max(Duration::compareTo);
    var least =
        division == Division.WHOLE ? Collections.max(List.of(fair, longest.orElseThrow())) : fair;
    return STEPS.stream()
        .filter(step -> step.compareTo(least) >= 0)
        .findFirst()
        .orElse(STEPS.getLast());
  }
}
