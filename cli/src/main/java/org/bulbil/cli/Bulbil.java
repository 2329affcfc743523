package org.bulbil.cli;

import java.time.Duration;
import org.bulbil.cli.sandbox.SandboxCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code bulbil} command. Exit codes: 0 all well, 1 it failed, 2 it was typed wrongly. */
@Command(
    name = "bulbil",
    description = "Tor relays that pay their own rent.",
    mixinStandardHelpOptions = true,
    version = "bulbil 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SandboxCommand.class})
public final class Bulbil {

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command with everything set, ready to be executed. */
  static CommandLine commandLine() {
    return new CommandLine(new Bulbil())
        .registerConverter(Duration.class, Spans::parse)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(
            (failure, command, _) -> {
              command.getErr().println("bulbil: " + Trouble.inWords(failure));
              return CommandLine.ExitCode.SOFTWARE;
            });
  }
}
