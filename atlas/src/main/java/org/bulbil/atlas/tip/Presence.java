package org.bulbil.atlas.tip;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bulbil.atlas.history.GraphHistory;
import org.bulbil.atlas.history.Series;
import org.bulbil.atlas.history.Span;

/** What graphs of a relay say of the days before a moment. */
final class Presence {

  private static final Duration LISTED = Duration.ofDays(30);
  private static final Duration USUAL = Duration.ofDays(14);

  private final Instant until;

  /**
   * The days before {@code until}.
   *
   * @param until of what moment the relays are
   */
  Presence(Instant until) {
    this.until = until;
  }

  /**
   * The share of the last 30 days in which it was listed, or of its life where this is shorter;
   * empty where no graph reaches as far back.
   *
   * @param series of a document of uptimes
   */
  OptionalDouble uptime(List<Series> series, Instant firstSeen) {
    var values = values(series, "uptime", LISTED, firstSeen);
    return values.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, Arrays.stream(values).average().orElseThrow()));
  }

  /**
   * The median weight of the last 14 days over the weight of now, at most 1; 1 where no graph says.
   *
   * @param series of a document of weights
   * @param now the weight of now, a fraction of the network's
   */
  double lasting(List<Series> series, double now, Instant firstSeen) {
    var values = values(series, "consensus_weight_fraction", USUAL, firstSeen);
    if (values.length == 0 || now <= 0) {
      return 1;
    }
    Arrays.sort(values);
    return Math.min(1, values[values.length / 2] / now);
  }

  /** Of the finest graph that covers the time; missing ones are left out. */
  private double[] values(List<Series> all, String name, Duration length, Instant firstSeen) {
    var from = until.minus(length);
    var needed = firstSeen.isAfter(from) ? firstSeen : from;
    return all.stream()
        .filter(series -> series.name().equals(name))
        .flatMap(series -> Arrays.stream(Span.values()).map(series::graph))
        .flatMap(Optional::stream)
        .filter(graph -> covers(graph, needed))
        .findFirst()
        .map(graph -> values(graph, from).toArray())
        .orElseGet(() -> new double[0]);
  }

  /** A day, or an interval, is lost at either end: graphs hold whole intervals only. */
  private boolean covers(GraphHistory graph, Instant from) {
    var slack =
        graph.interval().compareTo(Duration.ofDays(1)) > 0 ? graph.interval() : Duration.ofDays(1);
    return !graph.first().isAfter(from.plus(slack))
        && !graph.last().isBefore(until.minus(slack.multipliedBy(2)));
  }

  private DoubleStream values(GraphHistory graph, Instant from) {
    return IntStream.range(0, graph.count())
        .filter(i -> isWithin(graph.first().plus(graph.interval().multipliedBy(i)), from))
        .mapToObj(graph::value)
        .flatMapToDouble(OptionalDouble::stream);
  }

  private boolean isWithin(Instant middle, Instant from) {
    return !middle.isBefore(from) && !middle.isAfter(until);
  }
}
