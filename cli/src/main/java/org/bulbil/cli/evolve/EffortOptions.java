package org.bulbil.cli.evolve;

import java.util.Optional;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.evolve.ensemble.Design;
import org.bulbil.evolve.ensemble.Ensemble;
import org.bulbil.evolve.ensemble.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How much is computed, by how many threads, and whether it says how far it is. */
final class EffortOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      description =
          "Rounds, each with the luck of its own seed (default: 1, if nothing else is said).")
  private Optional<Integer> replicates;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the first round; the next ones follow (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads (default: one for each processor). The result does not depend on it.")
  private Optional<Integer> threads;

  @Option(names = "--quiet", description = "No progress on standard error.")
  private boolean quiet;

  int replicates(int usual) {
    replicates.ifPresent(number -> check("--replicates", number, 1, Design.REPLICATES_MAX));
    return replicates.orElse(usual);
  }

  long seed() {
    return seed;
  }

  int threads() {
    threads.ifPresent(number -> check("--threads", number, 1, Ensemble.THREADS_MAX));
    return threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
  }

  /** Shows how far it is, until it is closed. */
  ProgressLine show(Progress progress) {
    return quiet
        ? ProgressLine.none()
        : ProgressLine.on(spec.commandLine().getErr(), progress, new SystemTime());
  }

  void check(String option, int number, int least, int most) {
    if (number < least || number > most) {
      throw new ParameterException(
          spec.commandLine(), "%s must be %d to %d, not %d".formatted(option, least, most, number));
    }
  }
}
