package org.bulbil.cli.stop;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bulbil.agent.order.StopSecret;
import org.bulbil.cli.wiring.Dice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil stop make-key}. */
@Command(
    name = "make-key",
    description =
        "Makes a pair of keys for orders: the secret goes into FILE, the public key to standard"
            + " output. Name it at the launch: bulbil launch --stop-key KEY.",
    mixinStandardHelpOptions = true)
public final class MakeKeyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "For the secret; it must not exist.")
  private Path file;

  @Override
  public Integer call() {
    var secret = StopSecret.fresh(Dice.secret());
    new StopKeyFile(file).create(secret);
    spec.commandLine().getOut().println(secret.key());
    spec.commandLine()
        .getErr()
        .println("the secret is in " + file + "; who has it can end the relays, and not rob them");
    return 0;
  }
}
