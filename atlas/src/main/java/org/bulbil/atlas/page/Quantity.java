package org.bulbil.atlas.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bulbil.atlas.chart.Line.Manner;
import org.bulbil.atlas.history.Chronicle;

/** What a relay's graphs show. */
enum Quantity {
  BANDWIDTH(Chronicle.BANDWIDTH, "Bandwidth used"),
  WEIGHT(Chronicle.WEIGHTS, "Share of the network's consensus weight"),
  UPTIME(Chronicle.UPTIME, "Uptime");

  private final Chronicle chronicle;
  private final String title;

  Quantity(Chronicle chronicle, String title) {
    this.chronicle = chronicle;
    this.title = title;
  }

  /**
   * A line of a graph.
   *
   * @param series its name in the protocol
   * @param words its name for people
   */
  record Shown(String series, String words, Manner manner) {}

  Chronicle chronicle() {
    return chronicle;
  }

  String title() {
    return title;
  }

  /** As in a URL: {@code bandwidth}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<Shown> lines() {
    return switch (this) {
      case BANDWIDTH ->
          List.of(
              new Shown("write_history", "written", Manner.AREA),
              new Shown("read_history", "read", Manner.LINE));
      case WEIGHT -> List.of(new Shown("consensus_weight_fraction", "share", Manner.AREA));
      case UPTIME -> List.of(new Shown("uptime", "up", Manner.STEP));
    };
  }

  /** Value of the upper edge; empty where it follows the values. */
  Optional<Double> top() {
    return this == UPTIME ? Optional.of(1.0) : Optional.empty();
  }

  /** What the colours mean, beside a graph. */
  String legend() {
    return switch (this) {
      case BANDWIDTH -> "Filled: written. Line: read. Grey: not known.";
      case WEIGHT -> "Filled: the part of all traffic that clients send its way. Grey: not known.";
      case UPTIME -> "Filled: the part of the time in which it was running. Grey: not known.";
    };
  }

  /** A value in words. */
  String words(double value) {
    return switch (this) {
      case BANDWIDTH -> Words.speed(value);
      case WEIGHT, UPTIME -> Words.percent(value);
    };
  }
}
