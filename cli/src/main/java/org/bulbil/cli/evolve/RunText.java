package org.bulbil.cli.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bulbil.evolve.ensemble.Design;
import org.bulbil.evolve.ensemble.Entrant;
import org.bulbil.evolve.report.Results;
import org.bulbil.evolve.report.SummaryRow;
import org.bulbil.evolve.world.Scenario;
import org.bulbil.evolve.world.Shock;

/** Scenarios, designs and results in words and tables for a terminal. */
final class RunText {

  private RunText() {}

  /** One line. */
  static String of(Scenario scenario) {
    return String.format(
        Locale.ROOT,
        "%-12s %,7d founders, donors for %,5.0f relays%s",
        scenario.name(),
        scenario.founders().count(),
        scenario.giving().rentDaysPerDay(),
        scenario.shocks().stream().map(RunText::of).collect(Collectors.joining()));
  }

  private static String of(Shock shock) {
    return switch (shock) {
      case Shock.Ban(int day, String provider, double share) ->
          words("; on day %d the provider '%s' bans %.0f %%", day, provider, 100 * share);
      case Shock.Drought(int day, int days, double share) ->
          words("; from day %d on %.0f %% of gifts stay away for %d days", day, 100 * share, days);
      case Shock.DearFees(int day, int days, var rate) ->
          words("; from day %d on %.0f sat/vB for %d days", day, rate.satPerKvb() / 1000.0, days);
      case Shock.Crash(int day, int days, double share) ->
          words("; from day %d on bitcoin loses %.0f %% in %d days", day, 100 * share, days);
    };
  }

  /** What would be run. */
  static String of(Design design) {
    return words(
        "%s%n%d days, %d rounds from seed %d on, breeds: %s; %d worlds in all",
        of(design.scenario()),
        design.days(),
        design.replicates(),
        design.seed(),
        design.entrants().stream().map(Entrant::word).collect(Collectors.joining(", ")),
        design.worlds());
  }

  static List<String> lines(Results results) {
    var design = results.design();
    var lines = new ArrayList<String>();
    lines.add(
        words(
            "%s, %.1f years, rounds: %d%s",
            design.scenario().name(),
            (double) design.days() / Design.DAYS_PER_YEAR,
            results.rounds(),
            results.isComplete()
                ? ""
                : " of %d, then it was stopped".formatted(design.replicates())));
    if (results.rounds() > 0) {
      lines.addAll(TextTable.lines(SummaryRow.table(results)));
    }
    return lines;
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
