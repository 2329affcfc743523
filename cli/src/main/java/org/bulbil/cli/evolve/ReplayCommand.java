package org.bulbil.cli.evolve;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.bulbil.evolve.contest.Contender;
import org.bulbil.evolve.contest.Findings;
import org.bulbil.evolve.contest.Trial;
import org.bulbil.evolve.gift.Scenario;
import org.bulbil.evolve.market.Market;
import org.bulbil.evolve.replay.Conditions;
import org.bulbil.evolve.replay.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bulbil evolve replay}. */
@Command(
    name = "replay",
    description =
        "Lets relays live through real fees and prices, and says which share of what they spent"
            + " became rent. With --json one object, whose amounts are those of all lives.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil evolve replay --fees feerate_daily.csv --prices btc_usd_daily.csv \\",
      "    --from 2019-01-02 --to 2022-12-31 --scenario COFFEE --replicates 40 --json",
      "  bulbil evolve replay --fees F.csv --prices P.csv --scenario TINY --policy original",
      "  bulbil evolve replay --fees F.csv --prices P.csv --all --replicates 40",
      "Exit codes: 0 all well, 1 a file is wrong, 2 it was typed wrongly."
    })
public final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ReplayOptions options;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "How people give: BIG, COFFEE, SMALL, SMALL-RICH or TINY.")
  private Optional<String> scenario;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description =
          "bulbil (the default), original, token30, or the bounds clairvoyant30, clairvoyant365.")
  private Optional<String> policy;

  @Option(names = "--all", description = "Every policy in every scenario, in one table.")
  private boolean isAll;

  @Option(names = "--json", description = "One JSON object on standard output; with --all, lines.")
  private boolean json;

  @Override
  public Integer call() {
    if (isAll == (scenario.isPresent() || policy.isPresent())) {
      throw new ParameterException(
          spec.commandLine(), "either --all, or --scenario NAME with or without --policy NAME");
    }
    options.replicates();
    try (var pool = options.pool()) {
      if (isAll) {
        all(pool);
      } else {
        one(pool);
      }
    }
    out().flush();
    return 0;
  }

  private void one(ForkJoinPool pool) {
    if (scenario.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--scenario NAME is missing");
    }
    var contender =
        policy
            .map(name -> options.checked("--policy", () -> Contender.named(name)))
            .orElse(Contender.BULBIL);
    var giving = options.checked("--scenario", () -> Scenario.named(scenario.get()));
    var conditions = options.conditions(contender);
    var trial = new Trial(contender, giving, new Replay(options.market(), conditions));
    var report = ReplayReport.of(trial, options.seed(), run(trial, pool));
    if (json) {
      out().println(report.json());
    } else {
      report.lines().forEach(out()::println);
    }
  }

  private Findings run(Trial trial, ForkJoinPool pool) {
    return trial.run(options.seed(), options.replicates(), pool);
  }

  private void all(ForkJoinPool pool) {
    var market = options.market();
    var table = new ReplayTable();
    for (var contender : Contender.ALL) {
      var customary = options.conditions(contender);
      var everybody = options.conditions();
      table.add(row(contender, customary, market, pool));
      if (!customary.equals(everybody)) {
        table.add(row(contender, everybody, market, pool));
      }
    }
    if (!json) {
      out().println("%s, lives of each: %d%n".formatted(market, options.replicates()));
      table.lines().forEach(out()::println);
    }
  }

  private ReplayTable.Row row(
      Contender contender, Conditions conditions, Market market, ForkJoinPool pool) {
    var trials =
        Scenario.ALL.stream()
            .map(giving -> new Trial(contender, giving, new Replay(market, conditions)))
            .toList();
    var label = contender.name() + ", " + conditions.words();
    return new ReplayTable.Row(label, trials.stream().map(trial -> shown(trial, pool)).toList());
  }

  private Findings shown(Trial trial, ForkJoinPool pool) {
    var found = run(trial, pool);
    if (json) {
      out().println(ReplayReport.of(trial, options.seed(), found).json());
    }
    return found;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
