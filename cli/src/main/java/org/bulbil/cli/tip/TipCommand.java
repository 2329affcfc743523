package org.bulbil.cli.tip;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bulbil tip}. */
@Command(
    name = "tip",
    description =
        "One donation to many relays, by what they do for the network. It is split by a rule that"
            + " anybody can recompute, you see the whole table before anything is paid, and you pay"
            + " from your own wallet: nobody in between ever holds a coin.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil tip split --sat 100000 --atlas http://127.0.0.1:8080    who would get what, and why",
      "  bulbil tip split --sat 100000 --documents FOLDER --country de --out tip.json",
      "  bulbil tip verify tip.json --documents FOLDER                  recompute it",
      "  bulbil tip psbt tip.json --from zpub6r... --out tip.psbt       for your own wallet to sign",
      "  bulbil tip csv tip.json > tip.csv                              for pay-to-many",
      "  bulbil tip pay tip.json --wallet ~/purse                       from a Bulbil wallet",
      "Exit codes: 0 all well, 1 it failed, 2 it was typed wrongly."
    },
    subcommands = {
      SplitCommand.class,
      VerifyCommand.class,
      PsbtCommand.class,
      CsvCommand.class,
      LinkCommand.class,
      PayCommand.class,
      CheckCommand.class
    })
public final class TipCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: " + String.join(", ", spec.subcommands().keySet()));
  }
}
