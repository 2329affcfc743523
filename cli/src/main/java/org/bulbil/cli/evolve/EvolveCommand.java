package org.bulbil.cli.evolve;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bulbil evolve}. */
@Command(
    name = "evolve",
    description = "Runs the policy of the relays over years, real ones or imagined ones.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      ReplayCommand.class,
      SelectionCommand.class,
      FleetCommand.class,
      BenchCommand.class
    })
public final class EvolveCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "what is to be done: " + String.join(" or ", spec.subcommands().keySet()) + "?");
  }
}
