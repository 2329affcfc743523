package org.bulbil.atlas.history;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes graphs of observations by Onionoo's rules: a graph ends with the last whole interval; an
 * interval counts where enough of it is covered; at least two neighbours must count; a longer graph
 * is only made where it reaches further back than the one before.
 */
public final class GraphCompiler {

  private static final List<Span> SPANS = List.of(Span.values());

  /** Of an interval: what must be covered. */
  private static final double COVERED = 0.2;

  private static final double COVERED_OF_CLIENTS = 0.5;

  private final List<Resolution> resolutions;
  private final Division division;
  private final double covered;

  /**
   * @param resolutions of the graphs, the shortest first
   * @param covered share of an interval that must be known, above 0, at most 1
   */
  public GraphCompiler(List<Resolution> resolutions, Division division, double covered) {
    this.resolutions = List.copyOf(resolutions);
    this.division = division;
    this.covered = covered;
  }

  /** With the resolutions of that document: one for each {@link Span}, in order. */
  public static GraphCompiler of(Chronicle chronicle) {
    return switch (chronicle) {
      case BANDWIDTH -> of(Division.WHOLE, COVERED, hours(24), hours(24), hours(48), hours(240));
      case WEIGHTS -> of(Division.WHOLE, COVERED, hours(4), hours(24), hours(48), hours(240));
      case UPTIME -> of(Division.DIVISIBLE, COVERED, hours(4), hours(12), hours(48), hours(240));
      case CLIENTS ->
          of(Division.WHOLE, COVERED_OF_CLIENTS, hours(24), hours(24), hours(48), hours(240));
    };
  }

  private static GraphCompiler of(Division division, double covered, Duration... intervals) {
    var resolutions = new ArrayList<Resolution>();
    for (int i = 0; i < SPANS.size(); i++) {
      resolutions.add(new Resolution(SPANS.get(i).period(), intervals[i]));
    }
    return new GraphCompiler(resolutions, division, covered);
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  /** A series of {@code chronicle}: its graphs as far as there is something to show. */
  public static Series series(
      Chronicle chronicle, String name, Instant end, Collection<Observation> seen) {
    var graphs = new EnumMap<Span, GraphHistory>(Span.class);
    var compiled = of(chronicle).compile(end, seen);
    for (int i = 0; i < SPANS.size(); i++) {
      var span = SPANS.get(i);
      compiled.get(i).ifPresent(graph -> graphs.put(span, graph));
    }
    return new Series(name, Map.copyOf(graphs));
  }

  /**
   * One graph for each resolution; empty where it would show nothing, or nothing new.
   *
   * @param end of all graphs
   */
  public List<Optional<GraphHistory>> compile(Instant end, Collection<Observation> seen) {
    var graphs = new ArrayList<Optional<GraphHistory>>();
    for (var resolution : resolutions) {
      var bins = new Bins(resolution, end);
      seen.forEach(one -> bins.add(one, division));
      var known = bins.known(covered);
      boolean isShown = hasNeighbours(known) && isNew(graphs, bins.from(known.nextSetBit(0)), end);
      graphs.add(isShown ? Optional.of(bins.graph(resolution, known)) : Optional.empty());
    }
    return graphs;
  }

  private static boolean hasNeighbours(BitSet known) {
    return known.stream().anyMatch(bin -> known.get(bin + 1));
  }

  /** Whether the graph that comes next begins where the one before it had to, or earlier. */
  private boolean isNew(List<Optional<GraphHistory>> former, long first, Instant end) {
    if (former.stream().allMatch(Optional::isEmpty)) {
      return true;
    }
    int next = former.size();
    Period before = resolutions.get(next - 1).period();
    return first <= new Resolution(before, resolutions.get(next).interval()).reach(end);
  }
}
