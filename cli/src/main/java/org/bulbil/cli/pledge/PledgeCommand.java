package org.bulbil.cli.pledge;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bulbil pledge}. */
@Command(
    name = "pledge",
    description =
        "Money that is given only if enough comes together, such as for one more relay in a network"
            + " that has none. Everybody signs a coin of his own towards one fixed payment; alone"
            + " that is worth nothing, and no key or coin ever leaves its owner.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil pledge create --title 'A relay in AS 64500' --sat 20000 --to bc1q... --until"
          + " 2027-01-31 --out campaign.json",
      "  bulbil pledge sign campaign.json --coin TXID:1 --out request.psbt    for your own wallet",
      "  bulbil pledge sign campaign.json --signed signed.psbt --out pledges/me.json",
      "  bulbil pledge status campaign.json pledges",
      "  bulbil pledge combine campaign.json pledges --send",
      "Exit codes: 0 all well, 1 it failed, 2 it was typed wrongly."
    },
    subcommands = {
      CreateCommand.class,
      SignCommand.class,
      StatusCommand.class,
      CombineCommand.class
    })
public final class PledgeCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: " + String.join(", ", spec.subcommands().keySet()));
  }
}
