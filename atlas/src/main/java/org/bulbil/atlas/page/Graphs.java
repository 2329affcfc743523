package org.bulbil.atlas.page;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bulbil.atlas.chart.Chart;
import org.bulbil.atlas.chart.Line;
import org.bulbil.atlas.chart.Scale;
import org.bulbil.atlas.chart.Summary;
import org.bulbil.atlas.chart.Theme;
import org.bulbil.atlas.chart.Window;
import org.bulbil.atlas.history.GraphHistory;
import org.bulbil.atlas.history.Series;
import org.bulbil.atlas.history.Span;
import org.bulbil.tor.Fingerprint;

/** The graphs of one relay, from its histories. */
final class Graphs {

  /** Graphs shorter than this say at what minute they begin. */
  private static final Duration TO_THE_MINUTE = Duration.ofDays(2);

  private final Histories histories;
  private final Fingerprint relay;
  private final long number;

  /** As of the snapshot of that number. */
  Graphs(Histories histories, Fingerprint relay, long number) {
    this.histories = histories;
    this.relay = relay;
    this.number = number;
  }

  /** Those of which something is known. */
  List<Graph.Group> groups(Links links) {
    return Arrays.stream(Quantity.values())
        .map(quantity -> group(quantity, links))
        .filter(group -> !group.graphs().isEmpty())
        .toList();
  }

  /** Empty where nothing is known of that time. */
  Optional<Chart> chart(Quantity quantity, Span span) {
    return chart(quantity, span, series(quantity));
  }

  private List<Series> series(Quantity quantity) {
    return histories.of(relay, quantity.chronicle(), number);
  }

  private Graph.Group group(Quantity quantity, Links links) {
    var series = series(quantity);
    var graphs =
        Arrays.stream(Span.values())
            .flatMap(
                span ->
                    chart(quantity, span, series).stream()
                        .map(chart -> graph(quantity, span, chart, links)))
            .toList();
    return new Graph.Group(
        quantity.title(),
        quantity.legend(),
        "/" + quantity.chronicle() + "?lookup=" + relay,
        quantity.lines().stream().map(Quantity.Shown::series).toList(),
        graphs);
  }

  private static Optional<Chart> chart(Quantity quantity, Span span, List<Series> series) {
    var lines = quantity.lines().stream().flatMap(shown -> line(shown, span, series)).toList();
    return Window.of(lines.stream().map(Line::history).toList(), span)
        .map(window -> new Chart(lines, window, quantity.top().orElse(Scale.top(lines))));
  }

  private static Stream<Line> line(Quantity.Shown shown, Span span, List<Series> series) {
    return Histories.named(series, shown.series()).flatMap(found -> found.graph(span)).stream()
        .map(history -> new Line(shown.words(), history, shown.manner()));
  }

  private Graph graph(Quantity quantity, Span span, Chart chart, Links links) {
    var version = version(chart);
    var window = chart.window();
    return new Graph(
        words(span),
        span.key(),
        links.to(Place.chart(relay, quantity, span, Theme.LIGHT, version)),
        links.to(Place.chart(relay, quantity, span, Theme.DARK, version)),
        alternative(quantity, span, chart),
        quantity.words(chart.top()),
        edge(window.from(), window),
        edge(window.to(), window),
        Stream.concat(Stream.of("From"), chart.lines().stream().map(Line::name)).toList(),
        Summary.parts(chart.lines(), window).stream()
            .map(part -> row(quantity, part, window))
            .toList());
  }

  private static String edge(Instant when, Window window) {
    return window.length().compareTo(TO_THE_MINUTE) < 0 ? Words.minute(when) : Words.day(when);
  }

  private static List<String> row(Quantity quantity, Summary.Part part, Window window) {
    var means =
        part.means().stream()
            .map(mean -> mean.isPresent() ? quantity.words(mean.getAsDouble()) : "unknown");
    return Stream.concat(Stream.of(edge(part.begin(), window)), means).toList();
  }

  private static String alternative(Quantity quantity, Span span, Chart chart) {
    var means =
        chart.lines().stream()
            .map(line -> line.name() + " " + mean(quantity, line.history()) + " on average")
            .collect(Collectors.joining(", "));
    return "%s over %s, from %s to %s: %s"
        .formatted(
            quantity.title(),
            words(span),
            edge(chart.window().from(), chart.window()),
            edge(chart.window().to(), chart.window()),
            means);
  }

  private static String mean(Quantity quantity, GraphHistory history) {
    var mean = Summary.mean(history);
    return mean.isPresent() ? quantity.words(mean.getAsDouble()) : "unknown";
  }

  static String words(Span span) {
    return switch (span) {
      case ONE_MONTH -> "one month";
      case SIX_MONTHS -> "six months";
      case ONE_YEAR -> "one year";
      case FIVE_YEARS -> "five years";
    };
  }

  /** Of everything that is drawn. */
  static String version(Chart chart) {
    int count = chart.lines().stream().mapToInt(line -> line.history().count()).sum();
    var content = ByteBuffer.allocate(2 * count + 40 * chart.lines().size());
    for (var line : chart.lines()) {
      var history = line.history();
      content.putLong(history.first().getEpochSecond()).putLong(history.interval().toSeconds());
      content.putDouble(history.factor());
      for (int i = 0; i < history.count(); i++) {
        content.putShort(history.raw(i));
      }
    }
    return Versions.of(content.array());
  }
}
