package org.bulbil.cli.evolve;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bulbil.cli.console.OutputFile;
import org.bulbil.evolve.ensemble.Design;
import org.bulbil.evolve.ensemble.Ensemble;
import org.bulbil.evolve.ensemble.Entrant;
import org.bulbil.evolve.plot.Theme;
import org.bulbil.evolve.report.Figures;
import org.bulbil.evolve.report.FleetRow;
import org.bulbil.evolve.report.Results;
import org.bulbil.evolve.world.Course.Purses;
import org.bulbil.evolve.world.Scenario;
import org.bulbil.evolve.world.Scenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bulbil evolve fleet}. */
@Command(
    name = "fleet",
    description =
        "How our relays and their rivals come through a drought (nine of ten gifts stay away for"
            + " four months) and a ban (the provider of five regions in seven ends all its servers"
            + " in a day): the fewest relays since, as a share of those before, and the days until nine"
            + " tenths are alive again. 10 rounds, if no other number is named.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil evolve fleet",
      "  bulbil evolve fleet --replicates 30 --relays 1000 --plots docs/economics",
      "Exit codes: 0 all well, 1 a file cannot be written, 2 it was typed wrongly."
    })
public final class FleetCommand implements Callable<Integer> {

  private static final int REPLICATES = 10;
  private static final int RELAYS_MOST = 1_000_000;

  @Spec private CommandSpec spec;

  @Mixin private EffortOptions effort;

  @Option(
      names = "--relays",
      paramLabel = "N",
      defaultValue = "500",
      description = "Founders, with donors in proportion (default ${DEFAULT-VALUE}).")
  private int relays;

  @Option(
      names = "--years",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Years of each world, 4 to 20; the shock is half-way through the third (default"
              + " ${DEFAULT-VALUE}).")
  private int years;

  @Option(
      names = "--plots",
      paramLabel = "DIR",
      description = "Write the population over time to this folder: drought.png and ban.png.")
  private Optional<Path> plots;

  @Option(names = "--json", description = "A JSON object a line, for each shock and breed.")
  private boolean json;

  @Override
  public Integer call() {
    effort.check("--relays", relays, 1, RELAYS_MOST);
    effort.check("--years", years, 4, 20);
    plots.ifPresent(OutputFile::makeFolder);
    for (var scenario : List.of(Scenarios.drought(), Scenarios.ban())) {
      tell(results(scenario.ofRelays(relays)));
    }
    return 0;
  }

  private Results results(Scenario scenario) {
    var design =
        new Design(
            scenario,
            List.of(Entrant.values()),
            years * Design.DAYS_PER_YEAR,
            effort.replicates(REPLICATES),
            effort.seed(),
            Purses.FULL);
    var results = new Results(design);
    var ensemble = new Ensemble(design, effort.threads());
    try (var _ = effort.show(ensemble.progress())) {
      ensemble.run(results::add);
    }
    return results;
  }

  private void tell(Results results) {
    var lines = new ArrayList<String>();
    if (json) {
      FleetRow.of(results).forEach(row -> lines.add(FleetJson.of(results, row).json()));
    } else {
      lines.add(RunText.of(results.design().scenario()));
      lines.addAll(TextTable.lines(FleetRow.table(results)));
      lines.add("");
    }
    lines.forEach(out()::println);
    out().flush();
    plots.ifPresent(folder -> draw(results, folder));
  }

  private static void draw(Results results, Path folder) {
    var name = results.design().scenario().name() + ".png";
    var population = Figures.of(results).getFirst();
    OutputFile.write(folder.resolve(name), population.picture().apply(Theme.LIGHT));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
