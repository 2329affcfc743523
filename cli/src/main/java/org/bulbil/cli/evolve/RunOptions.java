package org.bulbil.cli.evolve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.cli.console.Trouble;
import org.bulbil.core.text.NearestWord;
import org.bulbil.evolve.ensemble.Design;
import org.bulbil.evolve.ensemble.Entrant;
import org.bulbil.evolve.world.Course.Purses;
import org.bulbil.evolve.world.Scenario;
import org.bulbil.evolve.world.ScenarioFile;
import org.bulbil.evolve.world.Scenarios;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The worlds that are to be run, as typed. */
final class RunOptions {

  private static final String LIST = "list";
  private static final String ALL = "all";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--scenario",
      paramLabel = "NAME|FILE",
      required = true,
      description = "A named scenario or a scenario file; 'list' shows the names.")
  private String scenario;

  @Option(
      names = "--years",
      paramLabel = "N",
      defaultValue = "5",
      description = "Years of each world, also parts of one (default ${DEFAULT-VALUE}).")
  private double years;

  @Option(
      names = "--relays",
      paramLabel = "N",
      description = "Founders, with donors in proportion (default: as many as the scenario has).")
  private Optional<Integer> relays;

  @Option(
      names = "--breed",
      paramLabel = "NAME",
      description =
          "Whose relays: bulbil (the default), original (of 2017), mycelium (of Delft), or all."
              + " Can be repeated; the first is what others are compared with.")
  private List<String> breeds = List.of(Entrant.BULBIL.word());

  @Option(
      names = "--purses",
      paramLabel = "full|light",
      defaultValue = "full",
      description =
          "Whether every coin is kept, or the sum and number of coins alone, which is faster"
              + " (default ${DEFAULT-VALUE}).")
  private String purses;

  boolean isListAsked() {
    return scenario.equals(LIST);
  }

  /** Everything, checked. */
  Design design(EffortOptions effort) {
    var entrants = checked("--breed", this::entrants);
    var kept = checked("--purses", this::kept);
    int replicates = effort.replicates(1);
    long seed = effort.seed();
    int days = days();
    var chosen = chosen();
    var sized =
        relays.map(count -> checked("--relays", () -> chosen.ofRelays(count))).orElse(chosen);
    return checked("--breed", () -> new Design(sized, entrants, days, replicates, seed, kept));
  }

  private int days() {
    long days = Math.round(years * Design.DAYS_PER_YEAR);
    if (!(days >= 1 && years <= Design.YEARS_MAX)) {
      throw typed("--years must be a day (0.003) to %d, not %s".formatted(Design.YEARS_MAX, years));
    }
    return (int) days;
  }

  private List<Entrant> entrants() {
    return breeds.contains(ALL)
        ? List.of(Entrant.values())
        : breeds.stream().map(Entrant::named).toList();
  }

  private Purses kept() {
    return switch (purses) {
      case "full" -> Purses.FULL;
      case "light" -> Purses.LIGHT;
      default ->
          throw new IllegalArgumentException("purses are full or light, not '" + purses + "'");
    };
  }

  /** A file where one is meant; what is wrong in it is the file's fault, not the typist's. */
  private Scenario chosen() {
    return Scenarios.named(scenario)
        .orElseGet(
            () -> {
              if (!isFile(scenario)) {
                throw typed("--scenario: " + unknown());
              }
              return ScenarioFile.read(Path.of(scenario));
            });
  }

  private static boolean isFile(String name) {
    return name.contains("/") || name.endsWith(".toml") || Files.exists(Path.of(name));
  }

  private String unknown() {
    var names = Scenarios.all().stream().map(Scenario::name).toList();
    var nearest =
        NearestWord.to(scenario, names).map(word -> "; did you mean " + word + "?").orElse("");
    return "there is no scenario and no file '%s'%s; there are %s"
        .formatted(scenario, nearest, String.join(", ", names));
  }

  private <T> T checked(String option, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + Trouble.inWords(e), e);
    }
  }

  private ParameterException typed(String words) {
    return new ParameterException(spec.commandLine(), words);
  }
}
