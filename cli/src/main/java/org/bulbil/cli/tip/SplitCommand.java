package org.bulbil.cli.tip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bulbil.atlas.tip.Audit;
import org.bulbil.cli.console.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bulbil tip split}. */
@Command(
    name = "split",
    description =
        "Says who gets what of a donation, and why: every relay with its factors, and who gets"
            + " nothing. Nothing is paid. Filters choose whom to donate to.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil tip split --sat 100000 --atlas http://127.0.0.1:8080",
      "  bulbil tip split --sat 100000 --documents FOLDER --exits --country de",
      "  bulbil tip split --sat 20000 --atlas http://127.0.0.1:8080 --seed-block HASH",
      "  bulbil tip split --sat 100000 --documents FOLDER --out tip.json",
      "Exit codes: 0 all well, 1 nobody can be paid, 2 it was typed wrongly."
    })
final class SplitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private SplitOptions split;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Writes the audit file, and beside it FILE.snapshot, what the rule saw of the relays:"
              + " publish both, and anybody can recompute your donation.")
  private Optional<Path> out;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    var tip = split.tip();
    var audit = split.audit(tip).orElseThrow(Trouble::new);
    out.ifPresent(file -> keep(file, audit, tip.tip().snapshot()));
    var printed = spec.commandLine().getOut();
    if (json) {
      printed.println(audit.json());
    } else {
      new Table(audit).lines().forEach(printed::println);
      printed.println(Table.next(audit, out));
    }
    printed.flush();
    return 0;
  }

  private static void keep(Path file, Audit audit, byte[] snapshot) {
    try {
      Files.write(SnapshotFile.beside(file), snapshot);
      Files.write(file, (audit.json() + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Trouble("cannot write %s: %s".formatted(file, e.getMessage()));
    }
  }
}
