package org.bulbil.cli.tip;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.psbt.Comparison;
import org.bulbil.bitcoin.psbt.PsbtText;
import org.bulbil.cli.console.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil tip check}. */
@Command(
    name = "check",
    description =
        "Says whether a PSBT or a transaction pays exactly a split: every recipient the amount to"
            + " the satoshi, and nobody else but one output of change. Use it before you sign, or"
            + " on what your wallet made of the CSV. Nothing is looked up anywhere.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil tip check tip.json tip.psbt",
      "  bulbil tip check tip.json signed.hex --json",
      "Exit codes: 0 it pays exactly that, 1 it does not, 2 it was typed wrongly."
    })
public final class CheckCommand implements Callable<Integer> {

  private static final Jsonb JSON = Jsonb.instance();

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The audit file that bulbil tip split wrote.")
  private Path file;

  @Parameters(
      index = "1",
      paramLabel = "PAYMENT",
      description = "A PSBT, as bytes or in base64, or a transaction in hexadecimal digits.")
  private Path payment;

  @Mixin private NetworkOption network;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  /**
   * What came of it.
   *
   * @param txid as it stands; signatures of older kinds of coins change it
   * @param others outputs that the split does not name; one of them is change
   */
  @Json
  record Shown(
      boolean exact, String txid, int recipients, List<Other> others, List<String> faults) {}

  /** An output that the split does not name. */
  @Json
  record Other(String to, long sat) {}

  @Override
  public Integer call() {
    var split = SplitFile.read(file, network);
    var transaction = PsbtText.transaction(read(payment)).orElseThrow(this::unread);
    var comparison = Comparison.of(split.payouts(), transaction);
    show(split, TxId.of(transaction), comparison);
    return comparison.isExact() ? 0 : 1;
  }

  private Trouble unread(String why) {
    return new Trouble("%s: %s".formatted(payment, why));
  }

  private static byte[] read(Path file) {
    try {
      if (Files.size(file) > PsbtText.BYTES_MAX) {
        throw new Trouble("%s is too long for a payment".formatted(file));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Trouble("%s cannot be read: %s".formatted(file, e));
    }
  }

  private void show(SplitFile split, TxId id, Comparison comparison) {
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(JSON.toJson(shown(split, id, comparison)));
    } else if (comparison.isExact()) {
      out.println(
          "%s pays exactly the split: %d sat to %d addresses"
              .formatted(payment, split.payouts().total().value(), split.payouts().all().size()));
      comparison
          .others()
          .forEach(it -> out.println("change: %s to %s".formatted(it.amount(), it.to())));
    } else {
      out.println(payment + " does not pay the split:");
      comparison.faults().forEach(fault -> out.println("  " + fault));
    }
    out.flush();
  }

  private static Shown shown(SplitFile split, TxId id, Comparison comparison) {
    return new Shown(
        comparison.isExact(),
        id.hex(),
        split.payouts().all().size(),
        comparison.others().stream().map(it -> new Other(it.to(), it.amount().value())).toList(),
        comparison.faults());
  }
}
