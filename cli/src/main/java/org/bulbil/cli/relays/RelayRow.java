package org.bulbil.cli.relays;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.bulbil.cli.console.Strangers;
import org.bulbil.core.outcome.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A relay in the table. What is not known is left out of its JSON.
 *
 * @param relay where it was looked for
 * @param runwayUntil the day on which everything paid or payable is used up
 * @param trouble why nothing else is known; left out where all is well
 */
@Json(naming = Json.Naming.LowerUnderscore)
record RelayRow(
    String relay,
    @Nullable String name,
    @Nullable String fingerprint,
    @Nullable String region,
    @Nullable Boolean running,
    @Nullable String runwayUntil,
    @Nullable Double runwayDays,
    @Nullable String address,
    @Nullable Long balanceSat,
    @Nullable String decision,
    @Nullable String trouble) {

  private static final String FORMAT = "%-19s %-40s %-6s %-7s %-10s %11s  %s";

  static final String HEAD =
      FORMAT.formatted(
          "NAME", "FINGERPRINT", "REGION", "RUNNING", "PAID UNTIL", "BALANCE", "ADDRESS");

  static RelayRow of(Place place, Outcome<Report> answer) {
    return answer
        .answer()
        .map(report -> of(place, report))
        .orElseGet(() -> silent(place, answer.summary()));
  }

  private static RelayRow of(Place place, Report report) {
    return new RelayRow(
        place.toString(),
        Strangers.text(report.hostname()),
        Strangers.text(report.relay().fingerprint()),
        Strangers.text(report.lease().region()),
        report.relay().running(),
        report.runsUntil().map(RelayRow::day).orElse(null),
        report.lease().runwayDays(),
        Strangers.text(report.money().address()),
        report.money().spendableSat(),
        Strangers.text(report.decision().what() + ": " + report.decision().why()),
        null);
  }

  private static RelayRow silent(Place place, String why) {
    return new RelayRow(
        place.toString(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Strangers.text(why));
  }

  private static String day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  boolean isKnown() {
    return trouble == null;
  }

  String text() {
    return isKnown()
        ? String.format(
            Locale.ROOT,
            FORMAT,
            name,
            fingerprint,
            region,
            Boolean.TRUE.equals(running) ? "yes" : "no",
            runwayUntil == null ? "?" : runwayUntil,
            "%,d sat".formatted(balanceSat),
            address)
        : relay + "  " + trouble;
  }
}
