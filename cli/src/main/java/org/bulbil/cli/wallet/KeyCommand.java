package org.bulbil.cli.wallet;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bulbil.cli.wiring.Dice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil wallet key}. */
@Command(
    name = "key",
    description =
        "Makes a pair of keys for sealed copies of wallets: the secret goes into FILE, the public"
            + " key to standard output. Name it at the launch: bulbil launch --copy-key KEY. A"
            + " relay's page then says that you hold a copy.",
    mixinStandardHelpOptions = true)
public final class KeyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "For the secret; it must not exist.")
  private Path file;

  @Override
  public Integer call() {
    var key = new CopyKeyFile(file).create(Dice.secret());
    spec.commandLine().getOut().println(key.base64());
    spec.commandLine().getErr().println("the secret is in " + file + "; who has it has the money");
    return 0;
  }
}
