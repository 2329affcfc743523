package org.bulbil.cli.evolve;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.bulbil.cli.console.Ending;
import org.bulbil.cli.console.OutputFile;
import org.bulbil.cli.console.Trouble;
import org.bulbil.evolve.ensemble.Ensemble;
import org.bulbil.evolve.ensemble.Round;
import org.bulbil.evolve.plot.Theme;
import org.bulbil.evolve.report.CsvFolder;
import org.bulbil.evolve.report.Figures;
import org.bulbil.evolve.report.HtmlReport;
import org.bulbil.evolve.report.Results;
import org.bulbil.evolve.world.Scenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bulbil evolve run}. */
@Command(
    name = "run",
    description =
        "Lets populations of relays live for years: donors, births, deaths, shocks. Every round has"
            + " the luck of its own seed, and all breeds share it, so that their differences are"
            + " theirs. Ctrl-C ends it with the rounds that are over.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil evolve run --scenario list",
      "  bulbil evolve run --scenario founders28 --replicates 20 --report r.html",
      "  bulbil evolve run --scenario drought --breed all --csv results",
      "  bulbil evolve run --scenario mine.toml --relays 10000 --purses light --json",
      "",
      "A scenario file is TOML: base = \"plenty\" and what is different;",
      "docs/economics.md has one.",
      "",
      "JSON: scenario, years, relays, seed, rounds, replicates, complete, breeds.",
      "Of each breed: relays (alive in the last year), known (the same, weighted by",
      "how far Tor knows them at their age), less_than_first, fewest, births,",
      "rent_share, fees_share, charity_share, lost_share, each with value",
      "and ci95; extinct_rounds, median_life_days; donated_sat, which is rent_sat +",
      "fees_sat + charity_sat + held_sat + lost_sat + difference_sat; alive (at the",
      "end of each round) and hashes (equal for any number of threads).",
      "",
      "Exit codes: 0 all well, 1 a file is wrong or cannot be written, 2 it was",
      "typed wrongly, 130 it was stopped: what is printed and written then is whole",
      "rounds, and says so."
    })
public final class RunCommand implements Callable<Integer> {

  /** As shells say of a program that Ctrl-C ended. */
  private static final int INTERRUPTED = 130;

  @Spec private CommandSpec spec;

  @Mixin private RunOptions options;

  @Mixin private EffortOptions effort;

  @Option(
      names = "--csv",
      paramLabel = "DIR",
      description =
          "Write population.csv, ledger.csv, genes.csv, lives.csv and lineage.csv to this folder.")
  private Optional<Path> csv;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Write a page with plots and their numbers. It needs neither script nor SVG.")
  private Optional<Path> report;

  @Option(
      names = "--plots",
      paramLabel = "DIR",
      description = "Write each plot of the report to this folder, as a PNG.")
  private Optional<Path> plots;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  @Option(names = "--dry-run", description = "Say what would be run, and run nothing.")
  private boolean dry;

  @Override
  public Integer call() {
    if (options.isListAsked()) {
      Scenarios.all().forEach(scenario -> out().println(RunText.of(scenario)));
      return 0;
    }
    var design = options.design(effort);
    if (dry) {
      out().println(RunText.of(design));
      return 0;
    }
    var ensemble = new Ensemble(design, effort.threads());
    var results = new Results(design);
    var ending = Ending.bySignal();
    int code = 1;
    try {
      work(ensemble, results);
      code = results.isComplete() ? 0 : INTERRUPTED;
    } catch (RuntimeException e) {
      say(e, ending);
      throw e;
    } finally {
      code = ending.over(code);
    }
    return code;
  }

  private void work(Ensemble ensemble, Results results) {
    report.ifPresent(OutputFile::check);
    plots.ifPresent(OutputFile::makeFolder);
    run(ensemble, results);
    var _ = Thread.interrupted(); // files are written all the same
    tell(results);
  }

  /** After a signal nobody else will say it. */
  private void say(RuntimeException failure, Ending ending) {
    if (ending.isAsked()) {
      var people = spec.commandLine().getErr();
      people.println("bulbil: " + Trouble.inWords(failure));
      people.flush();
    }
  }

  private void run(Ensemble ensemble, Results results) {
    var sinks = new ArrayList<Consumer<Round>>(List.of(results::add));
    var files = csv.map(CsvFolder::new);
    files.ifPresent(folder -> sinks.add(folder::add));
    try (var _ = effort.show(ensemble.progress())) {
      ensemble.run(round -> sinks.forEach(sink -> sink.accept(round)));
    } finally {
      files.ifPresent(CsvFolder::close);
    }
  }

  private void tell(Results results) {
    if (json) {
      out().println(RunJson.of(results).json());
    } else {
      RunText.lines(results).forEach(out()::println);
    }
    out().flush();
    report.ifPresent(file -> OutputFile.write(file, new HtmlReport(results, command()).page()));
    if (results.rounds() > 0) {
      plots.ifPresent(folder -> draw(results, folder));
    }
  }

  private String command() {
    return "bulbil " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
  }

  private static void draw(Results results, Path folder) {
    Figures.of(results)
        .forEach(
            figure ->
                OutputFile.write(
                    folder.resolve(figure.name() + ".png"), figure.picture().apply(Theme.LIGHT)));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
