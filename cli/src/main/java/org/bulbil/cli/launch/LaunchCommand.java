package org.bulbil.cli.launch;

import org.bulbil.agent.launch.LaunchFolder;
import org.bulbil.agent.launch.Request;
import picocli.CommandLine.Command;

/** {@code bulbil launch}. */
@Command(
    name = "launch",
    description =
        "Starts relays: shows what they cost, waits for one payment, buys a server for each, and"
            + " follows them until they are Running. Interrupted at any point, the same command in"
            + " the same folder goes on where it was; nothing is bought twice.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil launch --dry-run --regions 3                      what would that cost?",
      "  bulbil launch --email me@riseup.net --beneficiary charity.toml --max-cost 200",
      "  bulbil launch --resume                                   go on in ./bulbil-launch",
      "  bulbil launch --sandbox ~/world/sandbox.json --yes       into a sandbox",
      "  bulbil launch site ./my-site --name example.org --help   a static site instead of relays",
      "  bulbil launch sweep --to bc1q… --dry-run                 what is left?",
      "Exit codes: 0 all relays run, 1 not all do (yet), 2 it was typed wrongly."
    },
    subcommands = {SiteLaunchCommand.class, SweepCommand.class})
public final class LaunchCommand extends Launching {

  @Override
  Request shaped(Request asked) {
    if (asked.site().isAsked()) {
      throw wrong("a site is launched there; go on with 'bulbil launch site'");
    }
    return asked;
  }

  /** The family's key is made where there is none. */
  @Override
  void prepare(LaunchFolder folder) {}
}
