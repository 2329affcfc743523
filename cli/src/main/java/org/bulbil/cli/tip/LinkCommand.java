package org.bulbil.cli.tip;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bulbil.bitcoin.Bip21;
import org.bulbil.cli.console.QrBlocks;
import org.bulbil.cli.console.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil tip bip21}. */
@Command(
    name = "bip21",
    description =
        "Writes the payment link (BIP21) of a split with one recipient, such as the winner of a"
            + " lottery: any wallet opens or scans it.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil tip bip21 tip.json         bitcoin:bc1q...?amount=0.00010000",
      "  bulbil tip bip21 tip.json --qr    to scan from this terminal",
      "Exit codes: 0 all well, 1 it failed, 2 it was typed wrongly."
    })
public final class LinkCommand implements Callable<Integer> {

  private static final Jsonb JSON = Jsonb.instance();

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The audit file that bulbil tip split wrote.")
  private Path file;

  @Mixin private NetworkOption network;

  @Option(names = "--qr", description = "Also as a QR code.")
  private boolean qr;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  /** A link as it is printed. */
  @Json
  record Shown(String network, String address, long sat, String uri) {}

  @Override
  public Integer call() {
    var split = SplitFile.read(file, network);
    var all = split.payouts().all();
    if (all.size() > 1) {
      throw new Trouble(
          ("%s pays %d addresses, and a payment link has one: use bulbil tip psbt or csv, or draw"
                  + " one of them by lottery")
              .formatted(file, all.size()));
    }
    var only = all.getFirst();
    var link =
        new Bip21(only.address(), Optional.of(only.amount()), Optional.empty(), Optional.empty());
    show(split, link.toString());
    return 0;
  }

  private void show(SplitFile split, String link) {
    var out = spec.commandLine().getOut();
    var only = split.payouts().all().getFirst();
    if (json) {
      out.println(
          JSON.toJson(
              new Shown(
                  split.network().toString(),
                  only.address().toString(),
                  only.amount().value(),
                  link)));
    } else {
      out.println(link);
    }
    if (qr && !json) {
      QrBlocks.of(link).forEach(out::println);
    }
    out.flush();
  }
}
