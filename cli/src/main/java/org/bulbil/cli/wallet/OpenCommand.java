package org.bulbil.cli.wallet;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bulbil.agent.copy.SealedCopy;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.cli.console.StandardInput;
import org.bulbil.cli.console.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil wallet open}. */
@Command(
    name = "open",
    description =
        "Opens a sealed copy, read from standard input as a relay shows it under /backup, and"
            + " prints the words.",
    mixinStandardHelpOptions = true)
public final class OpenCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The secret of 'bulbil wallet key'.")
  private Path file;

  @Override
  public Integer call() {
    var secret = new CopyKeyFile(file).read();
    var opened =
        SealedCopy.read(StandardInput.everything(SealedCopy.LENGTH_MAX))
            .flatMap(copy -> copy.open(secret));
    return print(opened.orElseThrow(Trouble::new));
  }

  private int print(Words words) {
    spec.commandLine().getOut().println(words.reveal());
    spec.commandLine().getOut().flush();
    return 0;
  }
}
