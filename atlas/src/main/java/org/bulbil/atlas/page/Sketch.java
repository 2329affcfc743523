package org.bulbil.atlas.page;

import java.time.Instant;
import java.util.Optional;
import org.bulbil.atlas.chart.Sparkline;
import org.bulbil.atlas.chart.Strip;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.GraphHistory;
import org.bulbil.atlas.history.Series;
import org.bulbil.atlas.history.Span;
import org.bulbil.atlas.store.Store;
import org.bulbil.core.time.Day;
import org.bulbil.tor.Fingerprint;

/**
 * A relay's history small enough for a row.
 *
 * @param bandwidth written, a bar a day; empty where nothing is known
 */
public record Sketch(Strip uptime, Optional<Sparkline> bandwidth) {

  static Sketch of(Store store, Fingerprint relay, Instant now, Day day) {
    var uptime = Histories.named(store.histories(relay.value(), Chronicle.UPTIME), "uptime");
    var written =
        Histories.named(store.histories(relay.value(), Chronicle.BANDWIDTH), "write_history");
    return new Sketch(
        Strip.of(uptime.flatMap(Sketch::ninetyDays), now, day),
        written.flatMap(series -> series.graph(Span.ONE_MONTH)).map(Sparkline::of));
  }

  /** Half a year in half days; a younger relay has a month only. */
  private static Optional<GraphHistory> ninetyDays(Series series) {
    return series.graph(Span.SIX_MONTHS).or(() -> series.graph(Span.ONE_MONTH));
  }

  /** {@code up 99.2 % of 90 days}. */
  public String uptimeWords() {
    return uptime.mean().isPresent()
        ? Words.unbroken(Words.percent(uptime.mean().getAsDouble()))
        : "unknown";
  }

  /** For who cannot see the strip. */
  public String uptimeLabel() {
    return uptime
        .first()
        .map(
            first ->
                "Up %s of the time from %s to %s"
                    .formatted(uptimeWords(), Words.day(first), Words.day(uptime.last())))
        .orElse("Uptime is not known");
  }

  public String bandwidthWords() {
    return bandwidth
        .map(Sparkline::mean)
        .filter(mean -> mean.isPresent())
        .map(mean -> Words.speed(mean.getAsDouble()))
        .orElse("unknown");
  }

  /** For who cannot see the bars. */
  public String bandwidthLabel() {
    return "A month of traffic, on average " + bandwidthWords();
  }

  /** As a class of the style sheet. */
  public String mark(Strip.Run run) {
    return switch (run.level()) {
      case UNKNOWN -> "n";
      case DOWN, POOR -> "x";
      case PARTLY -> "p";
      case UP -> "u";
    };
  }

  /** As a class of the style sheet. */
  public String mark(int bar) {
    return bar == Sparkline.GAP ? "g" : "h" + bar;
  }
}
