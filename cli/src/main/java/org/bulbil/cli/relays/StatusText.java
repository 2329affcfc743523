package org.bulbil.cli.relays;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bulbil.cli.console.Strangers;

/** One relay's report, for people. */
record StatusText(Report report) {

  private static final int EVENTS = 5;

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(line("relay", report.hostname() + ", as of " + report.asOf()));
    lines.add(line("tor", tor()));
    lines.add(line("fingerprint", report.relay().fingerprint()));
    lines.add(line("lease", lease()));
    lines.add(line("runway", runway()));
    lines.add(line("money", money()));
    lines.add(line("account", account(report.account())));
    lines.add(line("decision", report.decision().what() + ": " + report.decision().why()));
    lines.add(line("reserve", report.reserve().words()));
    lines.add(line("children", report.reserve().children()));
    lines.add(line("will", report.will().words()));
    if (report.stop() != null) {
      lines.add(line("orders", report.stop().words()));
    }
    if (report.kinship() != null) {
      lines.add(line("family", report.kinship().words()));
    }
    report.warnings().forEach(warning -> lines.add(line("WARNING", warning)));
    report.events().stream()
        .limit(EVENTS)
        .forEach(event -> lines.add(line(event.kind(), event.at() + " " + event.words())));
    return lines;
  }

  private static String line(String name, String words) {
    return "%-12s %s"
        .formatted(Strangers.text(name.toLowerCase(Locale.ROOT)), Strangers.text(words));
  }

  private String tor() {
    var tor = report.relay();
    return String.format(
        Locale.ROOT,
        "%s; %s, tor %s, up %.1f hours, %.1f MB in and %.1f MB out",
        tor.words(),
        tor.orAddress(),
        tor.version(),
        tor.uptimeSeconds() / 3600.0,
        tor.bytesRead() / 1e6,
        tor.bytesWritten() / 1e6);
  }

  private String lease() {
    var lease = report.lease();
    return String.format(
        Locale.ROOT,
        "%s in %s of %s, until %s (%.1f days)%s",
        lease.plan(),
        lease.region(),
        lease.provider(),
        lease.end(),
        lease.days(),
        lease.creditKnown()
            ? String.format(Locale.ROOT, ", credit $%.2f", lease.creditCents() / 100.0)
            : "");
  }

  private String runway() {
    return String.format(Locale.ROOT, "%.1f days", report.lease().runwayDays())
        + report
            .runsUntil()
            .map(end -> ", until " + end.truncatedTo(ChronoUnit.MINUTES))
            .orElse("");
  }

  private String money() {
    var money = report.money();
    return "%d sat and %d arriving at %s; %d gifts so far"
        .formatted(money.spendableSat(), money.arrivingSat(), money.address(), money.gifts());
  }

  /** Received, spent and held, to the satoshi. */
  static String account(Report.Account account) {
    return account.tipHeight() < 0
        ? "not known yet"
        : "received %d = rent %d + endowment %d + start gifts %d + will %d + fees %d + held %d sat"
            .formatted(
                account.receivedSat(),
                account.rentSat(),
                account.endowmentSat(),
                account.startGiftSat(),
                account.willSat(),
                account.feesSat(),
                account.heldSat());
  }
}
