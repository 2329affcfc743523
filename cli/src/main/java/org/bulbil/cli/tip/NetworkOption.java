package org.bulbil.cli.tip;

import org.bulbil.bitcoin.Network;
import org.bulbil.cli.console.Trouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whose coins pay: the file says it, and a person may insist. */
final class NetworkOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description =
          "Refuses a file of another network than this; signet takes files of testnet (default: as"
              + " the file says).")
  private @Nullable String network;

  /** The network of a file that names {@code chain}. */
  Network of(String chain) {
    var said = Network.parse(chain);
    if (network == null) {
      return said;
    }
    var wanted = typed(network);
    if (wanted != said && !(wanted == Network.SIGNET && said == Network.TESTNET)) {
      throw new Trouble("the split is of %s, not of %s".formatted(said, wanted));
    }
    return wanted;
  }

  private Network typed(String name) {
    try {
      return Network.parse(name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--network: " + Trouble.inWords(e), e);
    }
  }
}
