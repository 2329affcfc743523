package org.bulbil.cli.sandbox;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.bulbil.core.time.Day;
import org.bulbil.sandbox.witness.Relay;
import org.bulbil.sandbox.witness.SelfReport;

/**
 * A line of the live table.
 *
 * @param relay as the witness knows it
 * @param report its own newest words, where it has answered yet
 */
record TableRow(Relay relay, Optional<SelfReport> report) {

  private static final String FORMAT = "%-16s %-6s %3s %6s  %-8s %11s %8s  %s";

  static final String HEAD =
      FORMAT.formatted(
          "RELAY", "REGION", "GEN", "AGE", "STATE", "BALANCE", "RUNWAY", "LAST DECISION");

  String text(Instant now, Day day) {
    return String.format(
        Locale.ROOT,
        FORMAT,
        relay.hostname(),
        relay.region(),
        relay.generation(),
        days(day.between(relay.born(), relay.ended().orElse(now))),
        state(),
        living().map(it -> "%,d".formatted(it.money().spendableSat())).orElse("-"),
        living().map(it -> days(it.lease().runwayDays())).orElse("-"),
        living().map(TableRow::decision).orElse(""));
  }

  private Optional<SelfReport> living() {
    return report.filter(_ -> relay.isAlive());
  }

  private String state() {
    if (!relay.isAlive()) {
      return "dead";
    }
    return relay.running().isPresent() ? "running" : "starting";
  }

  private static String decision(SelfReport report) {
    return report.decision().what().toLowerCase(Locale.ROOT) + ": " + report.decision().why();
  }

  private static String days(double days) {
    return String.format(Locale.ROOT, "%.1f d", days);
  }
}
