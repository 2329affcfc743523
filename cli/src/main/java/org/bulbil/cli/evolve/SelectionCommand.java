package org.bulbil.cli.evolve;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.bulbil.cli.console.OutputFile;
import org.bulbil.evolve.ensemble.Progress;
import org.bulbil.evolve.plot.Theme;
import org.bulbil.evolve.selection.Experiment;
import org.bulbil.evolve.selection.Outcome;
import org.bulbil.evolve.selection.Rivalry;
import org.bulbil.evolve.selection.SelectionFigure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bulbil evolve selection}. */
@Command(
    name = "selection",
    description = {
      "Whether a configuration with a real advantage spreads and one that only has another name"
          + " does not. A quarter of the founders offers a tenth more bandwidth, and crosswise to"
          + " that a quarter calls its plan by another name; donors see speed alone, and nothing"
          + " mutates. 32 rounds, if no other number is named."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil evolve selection",
      "  bulbil evolve selection --replicates 60 --relays 480 --json",
      "Exit codes: 0 the advantage spread and the name did not, 1 the data do not",
      "say that, 2 it was typed wrongly."
    })
public final class SelectionCommand implements Callable<Integer> {

  private static final int REPLICATES = 32;

  @Spec private CommandSpec spec;

  @Mixin private EffortOptions effort;

  @Option(
      names = "--relays",
      paramLabel = "N",
      defaultValue = "960",
      description = "Relays that donors could pay for (default ${DEFAULT-VALUE}).")
  private int relays;

  @Option(
      names = "--years",
      paramLabel = "N",
      defaultValue = "25",
      description = "Years of each world, about a generation each (default ${DEFAULT-VALUE}).")
  private int years;

  @Option(
      names = "--plot",
      paramLabel = "FILE.png",
      description = "Write the shares over generations as a picture.")
  private Optional<Path> plot;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  @Override
  public Integer call() {
    effort.check("--relays", relays, Rivalry.RELAYS_LEAST, Rivalry.RELAYS_MOST);
    effort.check("--years", years, 1, Rivalry.YEARS_MOST);
    plot.ifPresent(OutputFile::check);
    var outcomes = outcomes(new Rivalry(relays, years));
    var found = Experiment.of(outcomes);
    if (json) {
      out().println(SelectionText.json(found));
    } else {
      SelectionText.lines(found).forEach(out()::println);
    }
    out().flush();
    plot.ifPresent(file -> OutputFile.write(file, SelectionFigure.of(outcomes).png(Theme.LIGHT)));
    return found.holds() ? 0 : 1;
  }

  private List<Outcome> outcomes(Rivalry rivalry) {
    int rounds = effort.replicates(REPLICATES);
    var progress = new Progress(rounds, (long) rounds * rivalry.days());
    try (var pool = new ForkJoinPool(effort.threads());
        var _ = effort.show(progress)) {
      return rivalry.run(effort.seed(), rounds, pool, progress);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
