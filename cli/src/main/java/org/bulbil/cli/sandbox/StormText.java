package org.bulbil.cli.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bulbil.sandbox.provider.trouble.Moment;
import org.bulbil.sandbox.storm.StormReport;
import org.bulbil.sandbox.storm.Strike;
import org.bulbil.sandbox.witness.Loss;
import org.bulbil.sandbox.witness.Loss.Cause;

/** Storms for people. */
final class StormText {

  private StormText() {}

  /** As in {@code killed the agent of bulbilewr1}. */
  static String inWords(Strike strike) {
    return switch (strike) {
      case Strike.Agent(var relay) -> "killed the agent of " + relay.hostname();
      case Strike.Tor(var relay) -> "killed the tor of " + relay.hostname();
      case Strike.Web(var relay) -> "killed the web server of " + relay.hostname();
      case Strike.Server(var relay) -> "the provider deleted " + relay.hostname();
      case Strike.Provider(var moment, var outage) ->
          "killed the provider %s; back in %.1f s"
              .formatted(inWords(moment), outage.toMillis() / 1000.0);
      case Strike.Cut(int server, var outage) ->
          "chain server %d is silent for %.1f s".formatted(server + 1, outage.toMillis() / 1000.0);
      case Strike.Eviction _ -> "evicted a payment from the mempool";
      case Strike.Reorganisation(int depth) -> "reorganised " + depth + " blocks";
    };
  }

  private static String inWords(Moment moment) {
    return switch (moment) {
      case AT_ONCE -> "at once";
      case BEFORE_AN_ACT -> "in a request, before it took effect";
      case AFTER_AN_ACT -> "in a request, after it took effect";
    };
  }

  /** The whole report. */
  static List<String> lines(StormReport report) {
    var lines = new ArrayList<String>();
    lines.add("The storm hit " + hits(report.strikes()) + ". Seen from outside since:");
    var harm = report.harm();
    lines.add(row("payments doubled", names(harm.paidTwice())));
    lines.add(row("launched twice", names(harm.launchedTwice())));
    lines.add(row("second wallets", names(harm.secondWallets())));
    lines.add(row("affordable renewals missed", names(harm.missedRenewals())));
    lines.add(row("relays that did not resume", names(report.fallen())));
    lines.add(row("satoshis that bought nothing", harm.stranded().toString()));
    lines.add(row("satoshis lost", harm.lost(Cause.OURS).toString()));
    harm.losses().stream().map(StormText::loss).forEach(lines::add);
    return lines;
  }

  private static String hits(Map<String, Integer> strikes) {
    return strikes.isEmpty()
        ? "nothing"
        : String.join(
            ", ",
            strikes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + " " + each.getValue())
                .toList());
  }

  private static String names(List<?> names) {
    return names.isEmpty() ? "0" : names.size() + ": " + names;
  }

  private static String row(String name, String value) {
    return String.format(Locale.ROOT, "  %-30s %s", name, value);
  }

  private static String loss(Loss loss) {
    return "  %s of %s %s".formatted(loss.amount(), loss.relay().hostname(), loss.cause().words());
  }
}
