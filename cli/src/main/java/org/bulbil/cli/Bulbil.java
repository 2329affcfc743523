package org.bulbil.cli;

import java.time.Duration;
import java.util.ArrayList;
import org.bulbil.cli.atlas.AtlasCommand;
import org.bulbil.cli.bundle.BundleCommand;
import org.bulbil.cli.console.Spans;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.contact.ContactCommand;
import org.bulbil.cli.evolve.EvolveCommand;
import org.bulbil.cli.launch.LaunchCommand;
import org.bulbil.cli.pledge.PledgeCommand;
import org.bulbil.cli.relays.ExplainCommand;
import org.bulbil.cli.relays.RelaysCommand;
import org.bulbil.cli.relays.StatusCommand;
import org.bulbil.cli.release.ReleaseCommand;
import org.bulbil.cli.sandbox.SandboxCommand;
import org.bulbil.cli.stop.StopCommand;
import org.bulbil.cli.tip.TipCommand;
import org.bulbil.cli.verify.VerifyCommand;
import org.bulbil.cli.wallet.WalletCommand;
import org.bulbil.core.text.NearestWord;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code bulbil} command. Exit codes: 0 all well, 1 it failed, 2 it was typed wrongly. */
@Command(
    name = "bulbil",
    description = "Tor relays that pay their own rent.",
    mixinStandardHelpOptions = true,
    version = "bulbil 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil launch --dry-run     what would relays cost? see bulbil launch --help",
      "  bulbil sandbox              the whole life of relays on this machine",
      "  bulbil sandbox --help       its options",
      "  bulbil evolve replay --help the policy over years of real fees and prices",
      "  bulbil evolve run --help    populations of relays over years",
      "  bulbil atlas                the public map: who is alive, how fast, and where to pay",
      "  bulbil tip --help           one donation to many relays, by what they do",
      "  bulbil relays my-launch     the relays of a launch; status and explain say more of one",
      "  bulbil stop --help          what a launcher can order, if he chose so at the launch",
      "  bulbil wallet recover       rescue the coins of a relay whose words you have",
      "  bulbil pledge --help        money that is given only if enough comes together",
      "  bulbil verify RELAY         whether a relay's bitcoin address is its own",
      "  bulbil contact LINE         what a contact line says, and what is wrong with it",
      "Exit codes: 0 all well, 1 it failed, 2 it was typed wrongly."
    },
    subcommands = {
      LaunchCommand.class,
      SandboxCommand.class,
      EvolveCommand.class,
      AtlasCommand.class,
      TipCommand.class,
      PledgeCommand.class,
      WalletCommand.class,
      StatusCommand.class,
      RelaysCommand.class,
      ExplainCommand.class,
      VerifyCommand.class,
      ContactCommand.class,
      StopCommand.class,
      BundleCommand.class,
      ReleaseCommand.class
    })
public final class Bulbil {

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command with everything set, ready to be executed. */
  static CommandLine commandLine() {
    return new CommandLine(new Bulbil())
        .registerConverter(Duration.class, Spans::parse)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Bulbil::explain)
        .setExecutionExceptionHandler(
            (failure, command, _) -> {
              command.getErr().println("bulbil: " + Trouble.inWords(failure));
              return CommandLine.ExitCode.SOFTWARE;
            });
  }

  /** Names what was typed wrongly and the nearest right word, instead of the whole manual. */
  private static int explain(ParameterException wrong, String[] arguments) {
    var command = wrong.getCommandLine();
    command.getErr().println("bulbil: " + wrong.getMessage() + nearest(wrong));
    command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  private static String nearest(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    var spec = wrong.getCommandLine().getCommandSpec();
    var known = new ArrayList<>(spec.optionsMap().keySet());
    known.addAll(spec.subcommands().keySet());
    var typed = unmatched.getUnmatched().getFirst().replaceFirst("=.*", "");
    return NearestWord.to(typed, known).map(word -> "; did you mean " + word + "?").orElse("");
  }
}
