package org.bulbil.atlas.history;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One quantity over time, in up to four graphs.
 *
 * @param name in the protocol: {@code read_history}, {@code uptime}, {@code flags.Guard}
 */
public record Series(String name, Map<Span, GraphHistory> graphs) {

  public Series {
    var sorted = new EnumMap<Span, GraphHistory>(Span.class);
    sorted.putAll(graphs);
    graphs = sorted;
  }

  public Optional<GraphHistory> graph(Span span) {
    return Optional.ofNullable(graphs.get(span));
  }
}
