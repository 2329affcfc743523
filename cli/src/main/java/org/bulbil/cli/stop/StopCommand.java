package org.bulbil.cli.stop;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bulbil stop}. */
@Command(
    name = "stop",
    description =
        "Orders relays to plant no more, or to shut down with their last will. Only those obey that"
            + " were told your key at the launch ([stop] key), and their children. No order can"
            + " spend: a relay that shuts down gives to its own beneficiary.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil stop make-key stop.key              before the launch: a pair of keys",
      "  bulbil stop sign --key stop.key plant-no-more all > order",
      "  bulbil stop sign --key stop.key shut-down relay:FINGERPRINT > order",
      "  bulbil stop send order 203.0.113.5         relays hand it on to their children"
    },
    subcommands = {MakeKeyCommand.class, SignCommand.class, SendCommand.class})
public final class StopCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "what is to be done: make-key, sign or send?");
  }
}
