package org.bulbil.cli.wallet;

import org.bulbil.cli.relays.WalletShowCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bulbil wallet}. */
@Command(
    name = "wallet",
    description =
        "Shows a relay's wallet, or rescues the coins of a relay whose twelve words you have."
            + " Nobody has them unless its launcher chose so at its birth.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil wallet show 203.0.113.5             what a relay holds, and where it went",
      "  bulbil wallet key copy.key                 before the launch: a pair of keys",
      "  curl http://RELAY:8080/backup | bulbil wallet open copy.key > words",
      "  bulbil wallet recover --to bc1q... < words"
    },
    subcommands = {
      WalletShowCommand.class,
      RecoverCommand.class,
      KeyCommand.class,
      OpenCommand.class
    })
public final class WalletCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "what is to be done: show, recover, key or open?");
  }
}
